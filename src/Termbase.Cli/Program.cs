using Termbase.Cli;

return CliApp.Run(args, CliConsole.System());
