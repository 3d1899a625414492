namespace SeminarArchive.Content;

/// <summary>What people files say about names, and which of them has the say where two contradict each other.</summary>
internal sealed class Claims
{
    private readonly Dictionary<string, List<PersonFile>> names = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonFile, List<(string Name, string Key)>> namesOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PersonFile, List<string>> addressesOf = new(ReferenceEqualityComparer.Instance);
    private readonly List<Problem> problems;

    private Claims(IReadOnlyList<PersonFile> files, List<Problem> problems)
    {
        this.problems = problems;
        foreach (var file in files) Admit(file);
        foreach (var file in Files) ClaimAliases(file);
        ClaimAddresses();
    }

    /// <summary>Those that are used, in the order given.</summary>
    public List<PersonFile> Files { get; } = [];

    /// <param name="problems">Receives the contradictions; each names both files.</param>
    public static Claims Of(IReadOnlyList<PersonFile> files, List<Problem> problems) => new(files, problems);

    /// <summary>Whose a name is when nothing but the name is known; null when no file has it.</summary>
    public PersonFile? Owner(string key) => names.TryGetValue(key, out var owners) ? owners[0] : null;

    /// <summary>Every file that has the name: more than one only as their own names, with different ORCID iDs.</summary>
    public IReadOnlyList<PersonFile> Owners(string key) => names.TryGetValue(key, out var owners) ? owners : [];

    /// <summary>The file's name and the aliases that are left to it.</summary>
    public IReadOnlyList<(string Name, string Key)> NamesOf(PersonFile file) => namesOf[file];

    public IReadOnlyList<string> AddressesOf(PersonFile file) => addressesOf[file];

    // Two files are two people of one name only when both give an ORCID iD and a slug of their own.
    private void Admit(PersonFile file)
    {
        var key = KeyOf(file.Name);
        var (twin, what) = Files.Find(other => other.Slug == file.Slug) is { } address ? (address, $"the address /speaker/{file.Slug}/")
            : file.Orcid is not null && Files.Find(other => other.Orcid == file.Orcid) is { } orcid ? (orcid, $"the ORCID iD {file.Orcid}")
            : names.TryGetValue(key, out var owners) && owners.Find(other => other.Orcid is null || file.Orcid is null) is { } name ? (name, $"the name {PlainText.Quote(file.Name)}")
            : (null, "");
        if (twin is not null)
        {
            problems.Add(new Problem($"content/{file.Path}", 1, 1, Rules.PersonTwice.Severity, Rules.PersonTwice.Name,
                $"content/{twin.Path} has {what} too, so this file is not used.",
                "If both are about one person, put all into one file. If they are two people, give each their own orcid: and slug: .", null));
            return;
        }

        Files.Add(file);
        namesOf[file] = [(file.Name, key)];
        if (names.TryGetValue(key, out var sharers)) sharers.Add(file);
        else names[key] = [file];
    }

    private void ClaimAliases(PersonFile file)
    {
        foreach (var alias in file.Aliases)
        {
            var key = KeyOf(alias);
            if (Owner(key) is null) names[key] = [file];
            if (names[key].Contains(file)) namesOf[file].Add((alias, key));
            else Taken(file, alias, names[key][0], KeyOf(names[key][0].Name) == key ? "the name of the person in" : "an alias in");
        }
    }

    private void ClaimAddresses()
    {
        var owners = new Dictionary<string, PersonFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files)
        {
            addressesOf[file] = [];
            foreach (var address in file.OldAddresses)
            {
                if (owners.TryAdd(address.TrimEnd('/'), file)) addressesOf[file].Add(address);
                else if (owners[address.TrimEnd('/')] != file) Taken(file, address, owners[address.TrimEnd('/')], "an alias in");
            }
        }
    }

    private void Taken(PersonFile file, string alias, PersonFile owner, string what)
    {
        if (file.Ignores(Rules.PersonAliasTaken.Name)) return;
        problems.Add(new Problem($"content/{file.Path}", 1, 1, Rules.PersonAliasTaken.Severity, Rules.PersonAliasTaken.Name,
            $"The alias {PlainText.Quote(alias)} is {what} content/{owner.Path} too, and is left out here.",
            "Keep it in the file of the one person who goes by it.", null));
    }

    private static string KeyOf(string name) => PersonName.Parse(name).Slug;
}
