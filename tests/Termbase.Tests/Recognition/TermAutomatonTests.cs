using Termbase.Recognition;

namespace Termbase.Tests.Recognition;

/// <summary>The saved form of compiled terms.</summary>
public sealed class TermAutomatonTests
{
    private static byte[] Saved()
    {
        using var stream = new MemoryStream();
        TermAutomaton.Build([
            new TermEntry("智能体", TermSide.Zh), new TermEntry("智能", TermSide.Zh), new TermEntry("AI芯片", TermSide.Zh),
            new TermEntry("policy maker", TermSide.En), new TermEntry("Policy", TermSide.En), new TermEntry("policies", TermSide.En)]).Save(stream);
        return stream.ToArray();
    }

    [Fact]
    public void Any_changed_byte_is_refused()
    {
        var bytes = Saved();
        var random = new Random(7);
        var places = Enumerable.Range(0, bytes.Length).Where(i => i < 64 || i >= bytes.Length - 2000 || random.Next(400) == 0);
        foreach (var i in places)
        {
            var was = bytes[i];
            bytes[i] ^= (byte)random.Next(1, 256);
            Assert.Throws<InvalidDataException>(() => TermAutomaton.Load(new MemoryStream(bytes)));
            bytes[i] = was;
        }
    }

    [Fact]
    public void Any_cut_and_anything_behind_is_refused()
    {
        var bytes = Saved();
        for (var length = 0; length < bytes.Length; length += length < 64 || length > bytes.Length - 500 ? 1 : 997)
        {
            Assert.Throws<InvalidDataException>(() => TermAutomaton.Load(new MemoryStream(bytes, 0, length)));
        }

        Assert.Throws<InvalidDataException>(() => TermAutomaton.Load(new MemoryStream([.. bytes, 0])));
    }

    [Fact]
    public void A_file_with_numbers_of_its_own_and_a_right_checksum_leads_nowhere_outside()
    {
        var bytes = Saved();
        var random = new Random(11);
        var (refused, loaded) = (0, 0);
        for (var round = 0; round < 4000; round++)
        {
            var other = (byte[])bytes.Clone();
            // Behind the pairs, which may hold anything; the last eight bytes are the checksum.
            var at = random.Next(3) == 0 ? random.Next(other.Length - 8) : random.Next(other.Length - 8 - 1500, other.Length - 8);
            other[at] = (byte)random.Next(256);
            try
            {
                var found = new List<RawMatch>();
                TermAutomaton.Load(new MemoryStream(other), checks: false).Match("AI芯片智能体 Policymakers' policies, a Policy maker", new MatchPolicy { Nested = NestedTerms.All }, found);
                Assert.All(found, static m => Assert.InRange(m.Entry, 0, 5));
                loaded++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.True(refused > 200 && loaded > 200, $"{refused} {loaded}");
    }
}
