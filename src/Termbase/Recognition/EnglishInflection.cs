namespace Termbase.Recognition;

/// <summary>
/// Forms of English words by rule and by a list of irregular ones. Words are expected in lower case, or as an acronym; results keep
/// what was given and change its end. Thread-safe.
/// </summary>
public static class EnglishInflection
{
    private static readonly Dictionary<string, string> Plurals = Pairs(
        "man men woman women child children person people foot feet tooth teeth mouse mice goose geese ox oxen die dice "
        + "analysis analyses basis bases crisis crises thesis theses hypothesis hypotheses axis axes synthesis syntheses diagnosis diagnoses "
        + "emphasis emphases oasis oases parenthesis parentheses criterion criteria phenomenon phenomena "
        + "bacterium bacteria stratum strata datum data medium media curriculum curricula memorandum memoranda addendum addenda "
        + "nucleus nuclei stimulus stimuli alumnus alumni radius radii fungus fungi locus loci focus foci syllabus syllabi "
        + "matrix matrices index indices appendix appendices vertex vertices vortex vortices "
        + "formula formulae antenna antennae vertebra vertebrae larva larvae alga algae "
        + "knife knives wife wives life lives leaf leaves half halves shelf shelves self selves thief thieves wolf wolves calf calves loaf loaves "
        + "hero heroes potato potatoes tomato tomatoes echo echoes veto vetoes embargo embargoes torpedo torpedoes "
        + "quiz quizzes gas gases bus buses virus viruses campus campuses census censuses status statuses corpus corpora genus genera");

    private static readonly string[] CompoundTails = ["woman", "man", "child", "person", "foot", "analysis", "wife", "life", "self"];

    // Both the learned and the regular plural are in use.
    private static readonly HashSet<string> AlsoRegular = Words(
        "formula index appendix matrix focus syllabus memorandum antenna medium curriculum radius person die mouse hero");

    private static readonly HashSet<string> Uncountable = Words(
        "series species means news headquarters economics physics mathematics politics statistics ethics logistics electronics robotics "
        + "genetics mechanics optics ceramics analytics data information equipment software hardware research knowledge sheep fish aircraft "
        + "spacecraft staff advice evidence infrastructure progress personnel people always perhaps this its is was has plus thus us");

    private static readonly Dictionary<string, string[]> Irregular = Verbs(
        "be is,was,were,been,being,are do does,did,done have has,had go goes,went,gone make made take took,taken give gave,given get got,gotten "
        + "come came become became overcome overcame begin began,begun break broke,broken bring brought build built rebuild rebuilt buy bought "
        + "catch caught choose chose,chosen cut cut deal dealt draw drew,drawn withdraw withdrew,withdrawn drive drove,driven eat ate,eaten fall fell,fallen "
        + "feel felt fight fought find found fly flew,flown forget forgot,forgotten forgive forgave,forgiven grow grew,grown hold held uphold upheld "
        + "withhold withheld keep kept know knew,known lay laid lead led mislead misled leave left lend lent let let lie lay,lain lose lost "
        + "mean meant meet met pay paid put put read read ride rode,ridden rise rose,risen arise arose,arisen run ran say said see saw,seen "
        + "oversee oversaw,overseen foresee foresaw,foreseen seek sought sell sold send sent set set shake shook,shaken show showed,shown shrink shrank,shrunk "
        + "shut shut sing sang,sung sink sank,sunk sit sat sleep slept speak spoke,spoken spend spent spread spread stand stood understand understood "
        + "withstand withstood steal stole,stolen stick stuck strike struck swear swore,sworn swim swam,swum teach taught tear tore,torn tell told think thought "
        + "rethink rethought throw threw,thrown undergo underwent,undergone undertake undertook,undertaken wear wore,worn win won write wrote,written "
        + "cast cast broadcast broadcast forecast forecast cost cost hit hit hurt hurt split split bid bid breed bred feed fed bind bound wind wound "
        + "grind ground dig dug hang hung light lit shoot shot slide slid spin spun spring sprang,sprung sweep swept swing swung bear bore,born,borne "
        + "freeze froze,frozen hide hid,hidden shed shed prove proved,proven strive strove,striven weave wove,woven");

    // Verbs of two or more syllables that end like "admit" with the stress on the end, so the consonant doubles.
    private static readonly HashSet<string> Doubling = Words(
        "admit commit submit permit transmit omit emit remit refer prefer defer infer confer transfer occur incur recur concur control patrol enrol "
        + "compel propel expel repel impel excel rebel begin forget regret equip upset reset allot abet deter inter format");

    private static readonly Dictionary<string, string> Singulars = SingularsOf(Plurals);

    /// <summary>Plurals of a noun, the usual one first; empty for what has none.</summary>
    public static string[] Plural(string noun)
    {
        if (noun.Length < 2 || Uncountable.Contains(noun) || Singulars.ContainsKey(noun) || !char.IsLetterOrDigit(noun[^1]))
        {
            return [];
        }

        if (Plurals.TryGetValue(noun, out var irregular))
        {
            return AlsoRegular.Contains(noun) ? [irregular, RegularPlural(noun)] : [irregular];
        }

        foreach (var tail in CompoundTails)
        {
            if (noun.Length > tail.Length + 2 && noun.EndsWith(tail, StringComparison.Ordinal)
                && !noun.EndsWith("human", StringComparison.Ordinal) && !noun.EndsWith("german", StringComparison.Ordinal))
            {
                return [noun[..^tail.Length] + Plurals[tail]];
            }
        }

        return [RegularPlural(noun)];
    }

    /// <summary>The singulars that a noun may have if it is a plural; empty if it does not look like one.</summary>
    public static string[] Singular(string noun)
    {
        if (Singulars.TryGetValue(noun, out var irregular))
        {
            return [irregular];
        }

        if (noun.Length < 4 || Uncountable.Contains(noun) || !noun.EndsWith('s')
            || noun[^2] is 's' or 'u' or 'i' or '\'' || noun.EndsWith("ics", StringComparison.Ordinal) || noun.EndsWith("ous", StringComparison.Ordinal))
        {
            return [];
        }

        if (noun.EndsWith("ies", StringComparison.Ordinal))
        {
            return noun.Length > 4 ? [noun[..^3] + "y", noun[..^1]] : [noun[..^1]];
        }

        if (noun.EndsWith("ses", StringComparison.Ordinal) || noun.EndsWith("xes", StringComparison.Ordinal) || noun.EndsWith("zes", StringComparison.Ordinal)
            || noun.EndsWith("ches", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal))
        {
            return [noun[..^2], noun[..^1]];
        }

        return [noun[..^1]];
    }

    /// <summary>Third person, past, participle and -ing form of a verb, each once, the verb itself not among them.</summary>
    public static string[] VerbForms(string verb)
    {
        if (verb.Length < 2 || !char.IsAsciiLetter(verb[^1]))
        {
            return [];
        }

        var forms = new List<string>(4);
        var stem = Doubles(verb) ? verb + verb[^1] : verb;
        if (verb != "be")
        {
            forms.Add(verb is "have" ? "has" : verb is "go" or "do" or "undergo" ? verb + "es" : RegularPlural(verb));
            forms.Add(verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "ying"
                : verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && !verb.EndsWith("oe", StringComparison.Ordinal) ? verb[..^1] + "ing"
                : stem + "ing");
        }

        if (Irregular.TryGetValue(verb, out var irregular))
        {
            forms.AddRange(irregular);
        }
        else
        {
            forms.Add(verb.EndsWith('e') ? verb + "d" : EndsInConsonantY(verb) ? verb[..^1] + "ied" : stem + "ed");
        }

        if (TakesBritishDouble(verb))
        {
            // modelled and modeled are both in use.
            forms.Add(verb + "led");
            forms.Add(verb + "ling");
        }

        return [.. forms.Distinct(StringComparer.Ordinal).Where(f => f != verb)];
    }

    private static string RegularPlural(string noun)
    {
        if (char.IsAsciiLetterUpper(noun[^1]) || char.IsAsciiDigit(noun[^1]))
        {
            return noun + "s";
        }

        if (EndsInConsonantY(noun))
        {
            return noun[..^1] + "ies";
        }

        return noun[^1] is 's' or 'x' or 'z' || noun.EndsWith("sh", StringComparison.Ordinal)
            || (noun.EndsWith("ch", StringComparison.Ordinal) && noun is not ("epoch" or "stomach" or "monarch" or "tech" or "eunuch"))
            ? noun + "es" : noun + "s";
    }

    private static bool EndsInConsonantY(string word) =>
        word.Length > 2 && word[^1] == 'y' && !IsVowel(word[^2]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool Doubles(string verb)
    {
        if (Doubling.Contains(verb))
        {
            return true;
        }

        // One syllable, one vowel, one consonant: plan, stop; not fix, draw, play.
        return verb.Length >= 3 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2])
            && !verb.AsSpan(0, verb.Length - 2).ContainsAny("aeiou") || verb is "quit" or "quiz" or "equip" or "upgrad";
    }

    private static bool TakesBritishDouble(string verb) =>
        verb is "travel" or "model" or "label" or "cancel" or "channel" or "level" or "signal" or "fuel" or "counsel" or "total";

    // Sets that freeze would look a little faster up, and take longer to make than most runs look anything up.
    private static Dictionary<string, string> Pairs(string list)
    {
        var words = list.Split(' ');
        var pairs = new Dictionary<string, string>(words.Length / 2, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2)
        {
            pairs.Add(words[i], words[i + 1]);
        }

        return pairs;
    }

    private static Dictionary<string, string> SingularsOf(Dictionary<string, string> plurals)
    {
        var singulars = new Dictionary<string, string>(plurals.Count, StringComparer.Ordinal);
        foreach (var (singular, plural) in plurals)
        {
            if (singular != "person")
            {
                singulars.TryAdd(plural, singular);
            }
        }

        return singulars;
    }

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);

    private static Dictionary<string, string[]> Verbs(string list)
    {
        var verbs = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (verb, forms) in Pairs(list))
        {
            verbs.Add(verb, forms.Split(','));
        }

        return verbs;
    }
}
