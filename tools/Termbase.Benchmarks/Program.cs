using Termbase.Benchmarks;

return args switch
{
    ["exchange-xliff", .. var rest] => ExchangeXliff.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Termbase.Benchmarks exchange-xliff [MEGABYTES]");
    return 2;
}
