using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>Words that no person is called by: they tell of an institution, or of what somebody is there.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Institutions = Set(
        """
        university universities université universität universidad universidade università universitat universitet universitetet universiteit uniwersytet univerzita univerzitet üniversitesi universitesi yliopisto egyetem
        college school école ecole escuela escola scuola hochschule fachhochschule hogeschool polytechnic polytechnique politecnico politécnico politécnica
        institute institutes institut institutet institutt instituut instituto istituto instytut institution institutions academy akademie akademi académie academia accademia
        department departments dept département departamento dipartimento abteilung faculty faculté fakultät facultad facoltà faculdade lehrstuhl division unit
        centre center centres centers centro centrum zentrum lab laboratory laboratories labs laboratoire laboratorio
        hospital hospitals hôpital klinik klinikum krankenhaus ziekenhuis infirmary clinic clinique clínica
        trust fund society gesellschaft société sociedad sociedade società association associação asociación associazione verein federation alliance partnership
        foundation stiftung fondation fundación fundação fondazione stichting council committee commission board authority agency agence agentur office
        ministry ministère ministerium ministerio ministério ministero government parliament network consortium organisation organization
        ltd limited inc llc gmbh plc corporation company technologies solutions systems services consulting
        museum musée museo library bibliothek bibliothèque biblioteca archive archives
        team group panel project programme program workshop staff students
        research education health healthcare medicine medical science sciences engineering technology studies social national international
        """);

    // Words that are institutions in capitals only.
    private static readonly FrozenSet<string> Acronyms = new[] { "UCL", "KCL", "LSE", "MIT", "ETH", "EPFL", "CNRS", "INSERM", "CERN", "NASA", "IBM", "BBC", "NHS", "WHO" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InstitutionWords = Institutions.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AcronymWords = Acronyms.GetAlternateLookup<ReadOnlySpan<char>>();

    // What somebody is, at the end of it: "Visiting Fellow", "Associate Professor".
    private static readonly FrozenSet<string> Posts = Set(
        """
        executive director directors chair chairman chairwoman chairperson fellow lecturer reader professor president secretary treasurer chancellor provost principal registrar
        consultant manager officer coordinator co-ordinator adviser advisor analyst researcher scientist historian journalist editor founder co-founder trustee governor
        directeur directrice président présidente professeur professeure chercheur chercheuse responsable secrétaire conférences
        direktor direktorin leiter leiterin professorin geschäftsführer geschäftsführerin vorsitzende vorsitzender dozent dozentin präsident präsidentin
        directora catedrático catedrática profesor profesora investigador investigadora presidente presidenta rector rectora decano decana
        direttore direttrice professore professoressa ricercatore ricercatrice rettore docente diretor diretora pesquisador pesquisadora reitor reitora
        hoogleraar docent voorzitter onderzoeker direktør lektor forsker rektor ordförande
        """);

    // At the beginning of it: "Chief Nurse", "Deputy Head".
    private static readonly FrozenSet<string> Ranks = Set("chief deputy vice vice-chancellor vice-president visiting senior honorary managing executive former director co-director head chair ceo cfo cto coo");

    // These are titles or names too, and a post only where it is said of what: "Professor of Surgery", "Dean of Arts".
    private static readonly FrozenSet<string> Of = Set("of for in at der des für de di del della da do");
    private static readonly FrozenSet<string> PostsOf = Set("dean doyen dekan doyenne maître prorektor member");

    /// <summary>Whether the words are plainly no person's but an institution's or a group's.</summary>
    public static bool IsInstitution(ReadOnlySpan<char> words)
    {
        if (words.StartsWith("The ", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var word in words.Split(' '))
        {
            if (IsInstitutionWord(words[word])) return true;
        }

        return false;
    }

    public static bool IsInstitutionWord(ReadOnlySpan<char> word) => InstitutionWords.Contains(word.TrimEnd(",.")) || AcronymWords.Contains(word);

    /// <summary>Whether what looks like a post may be a name as well: <c>John Reader</c>, but not <c>Visiting Fellow</c>.</summary>
    public static bool MayBeName(string words) => words.Split(' ') is [var given, _] && !Ranks.Contains(given) && !Posts.Contains(given) && !PersonName.IsTitle(given);

    /// <summary>Whether it is what somebody is, rather than who: <c>Chief Executive</c>, <c>Professor of Surgery</c>.</summary>
    public static bool IsPost(string words)
    {
        var each = words.Split(' ');
        return Posts.Contains(each[^1]) || Ranks.Contains(each[0]) || (each.Length > 2 && (Posts.Contains(each[0]) || PostsOf.Contains(each[0])) && Of.Contains(each[1]));
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
