using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Benchmarks;

/// <summary>
/// Units a second of pofilter (Translate Toolkit, all its tests) beside those of all our rules on the same units, both from the file to the findings. Processor time, which a busy
/// machine changes little; the start of each program is in it.
/// </summary>
internal static partial class PofilterBenchmark
{
    // pofilter needs about a minute of processor time for so many.
    private const int MostUnits = 20_000;

    public static void Run(string bitext, int limit, Glossary glossary)
    {
        var units = FormatCatalog.ReadUnits(bitext, new ReadLog()).Take(Math.Min(limit, MostUnits)).ToList();
        var folder = Directory.CreateTempSubdirectory("termbase-pofilter-");
        try
        {
            var po = Path.Combine(folder.FullName, "units.po");
            var format = FormatCatalog.ByName("po")!;
            using (var stream = File.Create(po))
            {
                format.Write(stream, units, new UnitWriteOptions());
            }

            if (Theirs(po, Path.Combine(folder.FullName, "found.po")) is not { } theirs)
            {
                Console.WriteLine("pofilter not installed");
                return;
            }

            var before = Environment.CpuUsage.TotalTime;
            var findings = new Linter(glossary, LintSettings.Default).Run([], FormatCatalog.ReadUnits(po, new ReadLog()).Select(u => new LintUnit(u, po)));
            var ours = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            Console.WriteLine(FormattableString.Invariant(
                $"the same {units.Count} units as PO, processor time: pofilter {theirs.Seconds:0.0} s, {units.Count / theirs.Seconds:0} units/s, {theirs.Flagged} units flagged; ours {ours:0.0} s, {units.Count / ours:0} units/s, {findings.Select(static f => f.Location.Line).Distinct().Count()} units with findings, {findings.Count(static f => f.Severity > Severity.Info)} findings at warning or above"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The shell's "times" tells the processor time of what it ran, which a process that has ended no longer does.
    private static (double Seconds, int Flagged)? Theirs(string po, string found)
    {
        try
        {
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "command -v pofilter >/dev/null || exit 127; pofilter --progress=none \"$1\" \"$2\" >/dev/null 2>&1; times", "sh", po, found]) { RedirectStandardOutput = true })!;
            var times = shell.StandardOutput.ReadToEnd();
            shell.WaitForExit();
            return shell.ExitCode == 127 ? null : (Clock().Matches(times).Skip(2).Sum(Seconds), Flagged(found));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // "1m2.345s"
    private static double Seconds(Match time) =>
        (60 * double.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)) + double.Parse(time.Groups[2].Value, CultureInfo.InvariantCulture);

    private static int Flagged(string found) =>
        File.Exists(found) ? Math.Max(0, File.ReadLines(found).Count(static line => line.StartsWith("msgid ", StringComparison.Ordinal)) - 1) : 0;

    [GeneratedRegex(@"(\d+)m([\d.]+)s", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
