using Termbase.Model;

namespace Termbase.Tests.Workspaces.Quality;

/// <summary>Units for the tests of a memory's quality.</summary>
internal static class Pairs
{
    public static TranslationUnit Unit(string zh, string en, int line = 0) => new()
    {
        Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh), Location = SourceLocation.AtLine("m.tmx", Math.Max(1, line)) },
        En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en), Location = SourceLocation.AtLine("m.tmx", Math.Max(1, line)) },
        Location = SourceLocation.AtLine("m.tmx", Math.Max(1, line)),
        Number = line,
    };

    /// <summary>A short text in both languages, in order.</summary>
    public static List<TranslationUnit> Text() =>
    [
        Unit("政府去年修建了三座新桥。", "Last year the government built three new bridges.", 1),
        Unit("这些桥把两个村庄和县城连接起来。", "These bridges connect the two villages with the county town.", 2),
        Unit("学生们现在可以步行上学。", "Students can now walk to school.", 3),
        Unit("农民更容易把蔬菜和水果卖到市场。", "It is easier for farmers to sell vegetables and fruit at the market.", 4),
        Unit("医院的医生说，交通事故减少了一半。", "Doctors at the hospital say that traffic accidents have fallen by half.", 5),
        Unit("明年还将建设一座图书馆和一个体育场。", "A library and a stadium will also be built next year.", 6),
    ];
}
