Console.WriteLine("termbase");
