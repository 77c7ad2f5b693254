using Termbase.Model;
using Termbase.Workspaces.Pretranslation;

namespace Termbase.Tests.Workspaces.Pretranslation;

public class CodeTransferTests
{
    // "[b:1]" opens, "[e:1]" closes, "[x:1]" stands alone; what follows the colon is the code's content.
    private static Segment Of(string marked)
    {
        var (text, codes) = ("", new List<InlineCode>());
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '[')
            {
                text += marked[i];
                continue;
            }

            var end = marked.IndexOf(']', i);
            var kind = marked[i + 1] switch { 'b' => InlineKind.Begin, 'e' => InlineKind.End, _ => InlineKind.Alone };
            codes.Add(new InlineCode(text.Length, kind, "ph", marked[(i + 3)..end], []));
            i = end;
        }

        return new Segment(text, [.. codes]);
    }

    private static string Show(Segment segment)
    {
        var text = segment.Text;
        foreach (var code in segment.Codes.Reverse())
        {
            var kind = code.Kind switch { InlineKind.Begin => 'b', InlineKind.End => 'e', _ => 'x' };
            text = text.Insert(code.Position, $"[{kind}:{code.Content}]");
        }

        return text;
    }

    [Theory]

    // Nothing to carry.
    [InlineData("保存", "保存", "Save", "Save", true)]

    // The memory knows what a code holds, and nothing more: the file's own codes are put there.
    [InlineData("点[b:g1]确定[e:g1]。", "点[x:<b>]确定[x:</b>]。", "Click [x:<b>]OK[x:</b>].", "Click [b:g1]OK[e:g1].", true)]
    [InlineData("[x:1]和[x:2]", "[x:A]和[x:B]", "[x:B] and [x:A]", "[x:2] and [x:1]", true)]

    // Around a translation without codes.
    [InlineData("[b:1]保存[e:1]", "保存", "Save", "[b:1]Save[e:1]", true)]
    [InlineData("[x:1] 保存", "保存", "Save", "[x:1] Save", true)]

    // Left to a person.
    [InlineData("点[b:1]确定[e:1]。", "点确定。", "Click OK.", "Click OK.", false)]
    [InlineData("点[x:1]确定", "点[x:a]确[x:b]定", "Click [x:a]OK[x:b]", "Click OK", false)]
    [InlineData("点[b:1]确[e:1]", "点[x:a]确[x:b]", "Click[x:b] OK[x:a]", "Click OK", false)]
    [InlineData("保存", "[x:<b>]保存", "[x:<b>]Save", "Save", false)]

    // A file without codes has them in its text.
    [InlineData("删除 %s", "删除 [x:%s]", "Delete [x:%s]", "Delete %s", true)]

    // White space at the ends is the file's.
    [InlineData("  保存\n", "保存", "Save", "  Save\n", true)]
    public void Codes_are_carried_where_that_is_sure(string query, string source, string target, string expected, bool isWhole)
    {
        var (text, whole) = CodeTransfer.Apply(Of(query), Of(source), Of(target));

        Assert.Equal(expected, Show(text));
        Assert.Equal(isWhole, whole);
    }
}
