Console.WriteLine("devtool");
