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
        accept accompan acknowledg acquir add admit affect agre amend announc appear appoint argu arrang arriv assert assist avoid bear believ belong blam bring brought bought build burn buy came
        captur carr catch caught caus ceas chang charg chas choos chos chose claim combat commit compar compet complain compos comprehend conceiv conced conclud condemn confirm conform confront
        connect conquer consider consist constitut consult contain contend contribut convey convinc cop creat criticiz curb cut deal dealt debat decid declar declin defend delay delet denounc den deny
        depend describ deserv desir destroy detect determin devis devot differ diminish direct disagre disclos discover discuss dismiss dispatch dissolv distinguish distribut divid do doubt drew drive
        drove earn eas eat elect embrac emerg employ encounter end endors enforc engag enjoy enlarg enlist enter equip escap espous estimat evad examin exceed exclud exist expect expel explain express
        fac fail fall favor fear feel fell fight fill find fix flow focus forbid forget form found gain gav generat get gives go got grant guarante guard handl happen hear held hid hir identif ignor
        imagin impos impress improv inform inherit inspir insist inspect install instruct interpret interview invent invit involv issu join judg justif kill knew know lack laid last lay learn leav left
        lend let lik limit list listen liv locat look los lost lov lower made mean meant measur met mention merg mov nam need negotiat not notif obey observ obtain occup occur offer omit oppos order
        outlin own pass pay perceiv permit persuad plac play possess praise prefer present preserv preside presum prevail proclaim prohibit prolong prov publish punish purchas qualif quot ran receiv
        recogniz recommend record recruit refer reflect refus regard reject relat rely remain remember remind render repair repeat repl report represent request rescu research reveal revers revis
        reward rul run said saw say seem seen sell send sent separat serv settl shap show shown sign sold speak spent split spok spoke stand stat stay stem stop strik struggl submit subsidiz succeed
        suffer suggest suit summariz suppl suppos surpass surround survey suspect suspend sustain symboliz teach tell tend test think thought threaten told took touch trac trad transfer treat trigger
        turn undergo understand undertak underw urg valu vari view violat visit vow wait want warn watch welcom went widen win wish withdraw witness won work worr writ wrot wrote
        """);

    // Of these the bare form is as often a noun (research, design, support), so it is no proof of a verb.
    private static readonly FrozenSet<string> Nouns = Set(
        """
        advance build form plan study train link share fund support design research lead guide display transform break push master hold start set use act focus exchange launch reserve upgrade
        practice stress boost help call invest oper open extend building training operating planning manufacturing engineering leading driving shared integrated combined coordinated advanced
        developed developing protected change charge combat compare debate decline defend delay demand direct dispatch end estimate fall fear fight fill fix form found grant guard issue judge lack last left lend limit list look love lower man measure name need note offer order own pass pay place play present purchase record report request rescue research reward rule run sign split stand state stay stem stop strike struggle suit supply survey test thought touch trade transfer treat trigger turn value view visit watch welcome win wish witness work debating dealing finding findings feeling being engaged meaning offering opening outline setting spending standing trading trying turning understanding warning wildlife working writing lasting limited united located mining featuring cut contract deal eat elect equip express face favor flow focus hear left like list live mean mention move order part praise repair rest send shape show teach tell think want charge claim cause burn catch buying selling fighting firing printing lighting engaging lending banking moving recording living learning teaching reading writing cutting testing ruling shaping turning casting operating sharing serving guided created following learning computing processing sensing monitoring testing management development applied
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
            : IsParticiple(lower) && char.IsLower(word[0]) ? WordKind.Light
            : WordKind.Content;
    }

    /// <summary>Whether a bare form is a verb's, be it a noun as well (support, plan): behind "to" it is the verb.</summary>
    public static bool CanBeVerb(string word) => Verbs.Contains(word) || (word.EndsWith('e') && Verbs.Contains(word[..^1]));

    /// <summary>Whether what follows a word is a verb: a pronoun that is a subject, or an auxiliary.</summary>
    public static bool CallsForVerb(string word) =>
        word.ToLowerInvariant() is "it" or "they" or "we" or "he" or "she" or "you" or "i" or "who" or "which" or "will" or "would" or "shall" or "should" or "can" or "could" or "may" or "might" or "must";

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

        foreach (var suffix in (ReadOnlySpan<string>)["ing", "e", "", "es", "s"])
        {
            // A bare form that is a noun too has a plural that is one.
            if (lower.EndsWith(suffix, StringComparison.Ordinal) && Verbs.Contains(lower[..^suffix.Length]) && !(suffix is "s" or "es" && (Nouns.Contains(lower[..^1]) || Nouns.Contains(lower[..^2]))))
            {
                return true;
            }
        }

        return lower.Length > 5 && lower.EndsWith("ing", StringComparison.Ordinal) && lower[^4] == lower[^5] && Verbs.Contains(lower[..^4]);
    }

    // funded, imported: a finite verb before a term or an adjective in it; the Chinese tells.
    private static bool IsParticiple(string lower) =>
        lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal) && !lower.EndsWith("eed", StringComparison.Ordinal) && !lower.Contains('-', StringComparison.Ordinal)
        && !Nouns.Contains(lower);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
