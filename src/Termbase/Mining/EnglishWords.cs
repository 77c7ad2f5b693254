using System.Collections.Frozen;

namespace Termbase.Mining;

/// <summary>What an English word can be at the edge of a term.</summary>
internal enum WordKind
{
    /// <summary>Noun, adjective, name, anything that can belong to a term.</summary>
    Content,

    /// <summary>Article, demonstrative, possessive pronoun.</summary>
    Determiner,

    /// <summary>Preposition that stands inside names too.</summary>
    Preposition,

    /// <summary>and, or, &amp;.</summary>
    Conjunction,

    /// <summary>Any other word of a closed class (is, which, will, we …): no term goes over it.</summary>
    Barrier,

    /// <summary>A verb of the kind that stands before terms (promote, strengthen).</summary>
    Verb,

    /// <summary>A word that qualifies but seldom belongs to a term (various, new, further).</summary>
    Light,
}

/// <summary>Word classes of English as far as the boundaries of terms need them. Stateless.</summary>
internal static class EnglishWords
{
    private static readonly FrozenSet<string> Determiners = Set(
        "the a an its their our his her my your this that these those all any each every such some other another no both various certain many much several numerous");

    private static readonly FrozenSet<string> Prepositions = Set(
        "of in for to on with by from at through under over between among via into during against without within toward towards across around");

    private static readonly FrozenSet<string> Barriers = Set(
        """
        is are was were be been being has have had having will would shall should can could may might must do does did not we it they he she you i who whom whose which what when where while
        if because although though since until than then as but nor so like including include includes e.g. i.e. namely called named known termed dubbed titled entitled term phrase word expression
        also there here thus hence however therefore about concerning regarding per up out off down away back together only even just too
        says said say refers refer means meaning following using based relying according due
        """);

    private static readonly FrozenSet<string> Light = Set(
        """
        new very current existing relevant related own whole entire further major main several more most less such-as so-called certain various numerous many few overall corresponding
        respective first last next former latter good better best large great important significant different same similar additional specific particular so-called proposed planned
        """);

    // Verbs that stand before terms in policy texts, by stem.
    private static readonly FrozenSet<string> Verbs = Set(
        """
        accelerat achiev adopt advanc adher appl build built carry clarify complet conduct construct coordinat creat cultivat deepen defin deploy develop driv elevat emphasiz enabl
        encourag enhanc ensur establish expand explor facilitat follow form formulat foster fulfil fulfill gather giv guid highlight implement improv incorporat increas incubat initiat
        integrat introduc join launch lead leverag mak maintain meet optimiz perfect perform possess produc promot propos protect provid pursu push rais reach realiz reduc reli reserv
        respond safeguard seek seiz select set speed start strengthen support tak tackl transform upgrad uphold us utiliz accumulat adjust attract boost break cover combin concentrat
        consolidat continu deliver demonstrat display eliminat embed embod enrich evaluat exchang execut extend focus grasp grow handl hold invest keep link manag master mobiliz modif
        nurtur open oper organiz overcom participat plan popularis populariz practic prepar prevent prioritiz regulat releas remov replac requir resolv retain share shar solv spread
        stabiliz standardiz stimulat stress streamlin study supervis sustain train unify updat strive attach becom begin bring call cultivat exploit expound exert featur forg fund
        allow serv act help let ask try aim intend allocat assess assum assign
        """);

    // Of these the bare form is as often a noun (research, design, support), so it is no proof of a verb.
    private static readonly FrozenSet<string> Nouns = Set(
        """
        advance build form plan study train link share fund support design research lead guide display transform break push master hold start set use act focus exchange launch reserve upgrade
        practice stress boost help call invest oper open extend building training operating planning manufacturing engineering leading driving shared integrated combined coordinated advanced
        developed developing protected featuring operating sharing serving guided created following learning computing processing sensing monitoring testing management development applied
        """);

    private static readonly FrozenSet<string> Nominals = Set(
        """
        development construction building improvement promotion establishment implementation strengthening formation creation realization introduction application expansion acceleration use
        number series range variety kind kinds type types set field fields realm area level levels list lack form amount deepening advancement coordination completion cultivation enhancement
        optimization transformation upgrading exploration adoption launch provision guidance support management protection concept idea principle system process issue role importance
        spirit goal goals purpose basis context part case scope requirements needs demands benefits advantages characteristics degree
        """);

    private static readonly FrozenSet<string> Generics = Set(
        "sector sectors system systems work works field fields area areas sphere use type types issue issues level effort efforts activity activities personnel people product products service services process matters side form project projects institutes institutions units entities");

    /// <summary>Whether a noun, before "of", is one that sentences put around terms (development, number, field).</summary>
    public static bool IsNominal(string word) => Nominals.Contains(word.ToLowerInvariant());

    /// <summary>Whether a noun is so general that English adds it where Chinese needs none (the civilian sector: 民).</summary>
    public static bool IsGeneric(string word) => Generics.Contains(word);

    /// <summary>The class of a word as it stands.</summary>
    public static WordKind KindOf(string word)
    {
        var lower = word.ToLowerInvariant();
        return Determiners.Contains(lower) ? WordKind.Determiner
            : Prepositions.Contains(lower) ? WordKind.Preposition
            : lower is "and" or "or" or "&" ? WordKind.Conjunction
            : Barriers.Contains(lower) ? WordKind.Barrier
            : Light.Contains(lower) || lower.EndsWith("-based", StringComparison.Ordinal) || lower.EndsWith("-led", StringComparison.Ordinal) ? WordKind.Light
            : IsVerb(lower) ? WordKind.Verb
            : WordKind.Content;
    }

    /// <summary>Whether a word ends as a possessive does.</summary>
    public static bool IsPossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("s'", StringComparison.Ordinal)
        || word.EndsWith("s’", StringComparison.Ordinal);

    private static bool IsVerb(string lower)
    {
        if (Nouns.Contains(lower))
        {
            return false;
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ing", "e", ""])
        {
            if (lower.EndsWith(suffix, StringComparison.Ordinal) && Verbs.Contains(lower[..^suffix.Length]))
            {
                return true;
            }
        }

        return lower.Length > 5 && lower.EndsWith("ing", StringComparison.Ordinal) && lower[^4] == lower[^5] && Verbs.Contains(lower[..^4]);
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
