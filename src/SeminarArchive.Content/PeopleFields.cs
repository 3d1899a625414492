namespace SeminarArchive.Content;

/// <summary>Speakers with their affiliations, and who posted.</summary>
internal static class PeopleFields
{
    private const int MaxName = 200;
    private const int MaxAffiliation = 300;
    private const int MaxPeople = 100;

    /// <summary>In the order in which they are written, each name once.</summary>
    public static IReadOnlyList<SpeakerEntry> Speakers(FrontMatterFields fields)
    {
        if (fields.One("speakers") is not { } field)
        {
            foreach (var detail in (WrittenField?[])[fields.One("affiliation"), fields.One("orcid")])
            {
                if (detail is not null) Unplaced(detail, "there is no speaker", fields.Problems);
            }

            return [];
        }

        var speakers = People(field, fields);
        if (fields.One("affiliation") is { } affiliation)
        {
            if (speakers.Count == 0) Unplaced(affiliation, "there is no speaker", fields.Problems);
            else Pair(speakers, affiliation, fields);
        }

        if (fields.One("orcid") is { } orcid)
        {
            if (speakers.Count != 1) Unplaced(orcid, $"there are {speakers.Count} speakers", fields.Problems);
            else if (fields.Text(orcid, 100) is { } text && OrcidOf(text, orcid.Place, fields.Problems) is { } id) speakers[0] = speakers[0] with { Orcid = id };
        }

        return speakers;
    }

    /// <summary>Names only: the archive keeps nothing else about who posted.</summary>
    public static IReadOnlyList<string> Authors(FrontMatterFields fields) =>
        fields.One("author") is { } field ? [.. People(field, fields).Select(person => person.Name)] : [];

    private static List<SpeakerEntry> People(WrittenField field, FrontMatterFields fields)
    {
        var people = new List<SpeakerEntry>();
        var nodes = field.Value is YamlList list ? list.Items : [field.Value];
        foreach (var node in nodes)
        {
            switch (node)
            {
                case YamlText text when PlainText.IsNothing(text.Value):
                    break;
                case YamlText { Quoted: false } text when text.Value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && KindOf(text.Value[..colon]).Most > 0:
                    fields.Problems.Add(Rules.YamlSpace, text.Place with { Column = text.Place.Column + colon + 1 }, "After the colon of a field there must be a space.",
                        $"Write:  - {text.Value[..colon]}: {PlainText.Clean(AfterColon(text, fields.Problems))}");
                    break;
                case YamlText text:
                    FromText(field, text, isAlone: nodes.Count == 1, fields, people);
                    break;
                case YamlMap map:
                    if (FromMap(field, map, fields) is { } person) Keep(people, person, node.Place, fields.Problems);
                    break;
                default:
                    fields.Problems.Add(Rules.FieldShape, node.Place, $"An entry of \"{field.Name}\" is a list; it should be a name.", $"Write one name to a line:  - {field.Field.Example.Split(": ")[1]}");
                    break;
            }
        }

        if (people.Count <= MaxPeople) return people;
        fields.Problems.Add(Rules.ListTooLong, field.Place, $"\"{field.Name}\" has {people.Count} entries; {MaxPeople} is the limit.", "Name the group instead of each person.");
        return people[..MaxPeople];
    }

    // What stands on the lines below is another field.
    private static string AfterColon(YamlText text, ProblemList problems) => problems.Lines[text.Place.Line - 1] is var row && row.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? row[(colon + 1)..] : "";

    private static void FromText(WrittenField field, YamlText text, bool isAlone, FrontMatterFields fields, List<SpeakerEntry> people)
    {
        var rows = text.Block ? Rows(text, fields.Problems) : [];
        if (rows.Count > 1 && rows.ConvertAll(row => NameList.Read(PlainText.Clean(row))) is var byRow && byRow.TrueForAll(some => some.All(person => NameList.IsFullName(person.Name))))
        {
            foreach (var person in byRow.SelectMany(some => some)) Keep(people, person, text.Place, fields.Problems);
            return;
        }

        if (fields.Line(field.Name, text, MaxName * 10) is not { } line) return;
        var (names, link) = NameMarkup.Remove(line, text.Place, fields.Problems);
        var read = NameList.Read(names);
        IReadOnlyList<SpeakerEntry> parts = isAlone || read.Count == 1 ? read : [new SpeakerEntry(names)];
        var url = parts.Count == 1 && link is not null ? Links.Read(link, text.Place, fields.Problems, local: false) : null;
        foreach (var part in parts) Keep(people, part with { Url = url }, text.Place, fields.Problems);
        if (parts.Count > 1)
        {
            if (names == line && NameList.MayBeOne(names, parts)) MayBeOne(parts, text.Place, fields.Problems);
        }
        else if (read.Count > 1 || rows.Count > 1 || NameList.MayBeSeveral(names))
        {
            MayBeSeveral(names, text.Place, fields.Problems);
        }
    }

    private static void MayBeSeveral(string names, Place place, ProblemList problems) =>
        problems.Add(Rules.NamesJoined, place, $"{PlainText.Quote(names)} is kept as one name, though it may be several people's, or more than a name.",
            "Write one person to a line, each after a hyphen and a space:  - Ada Lovelace ; where somebody works goes below:  - name: Ada Lovelace  and  affiliation: Cambridge .");

    private static void MayBeOne(IReadOnlyList<SpeakerEntry> people, Place place, ProblemList problems) =>
        problems.Add(Rules.NamesParted, place, $"{PlainText.Quote(people[1].Name)} is taken for a second person beside {PlainText.Quote(people[0].Name)}, though it may be an affiliation or a post.",
            $"If it is a person, write  {people[0].Name} and {people[1].Name} ; if not, write  - name: {people[0].Name}  and below it  affiliation: {people[1].Name} .");

    // As they stand in the file: where the block is folded, the parser has put its lines together.
    private static List<string> Rows(YamlText text, ProblemList problems) =>
        [.. problems.Lines.Skip(text.Place.Line).Select(row => row.Trim()).TakeWhile(row => text.Value.Contains(row, StringComparison.Ordinal)).Where(row => row.Length > 0)];

    private static void Keep(List<SpeakerEntry> people, SpeakerEntry person, Place place, ProblemList problems)
    {
        if (person.Name.Length > MaxName)
        {
            problems.Add(Rules.FieldTooLong, place, $"A name is {person.Name.Length} characters long; {MaxName} is the limit.", "Write several people as a list, one to a line after a hyphen.");
        }
        else if (!person.Name.Any(char.IsLetterOrDigit) || NoPerson.Is(person.Name))
        {
            problems.Add(Rules.NameMissing, place, $"{PlainText.Quote(person.Name)} is not a name and is left out.", "Write the person's name; while it is not known, delete the entry.");
        }
        else if (!people.Exists(other => other.Name == person.Name))
        {
            people.Add(person);
        }
    }

    private static SpeakerEntry? FromMap(WrittenField field, YamlMap map, FrontMatterFields fields)
    {
        string? name = null, affiliation = null, url = null, orcid = null;
        var first = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        foreach (var (key, node) in map.Entries)
        {
            if (node is YamlText empty && PlainText.IsNothing(empty.Value)) continue;
            var (kind, most) = KindOf(key.Value);
            if (kind.Length == 0)
            {
                fields.Problems.Add(Rules.FieldUnknown, key.Place, $"The archive does not know {PlainText.Quote(key.Value)} in an entry of \"{field.Name}\" and leaves it out.",
                    "An entry may have name, affiliation, url and orcid.");
            }
            else if (!fields.IsFirst(first, kind, key))
            {
                continue;
            }
            else if (kind == "affiliation" && node is YamlList { Items: var several } && several.All(item => item is YamlText))
            {
                affiliation = string.Join(", ", several.Cast<YamlText>().Select(item => fields.Line(key.Value, item, most)).OfType<string>());
            }
            else if (node is not YamlText scalar)
            {
                fields.Problems.Add(Rules.FieldShape, node.Place, $"\"{key.Value}\" in an entry of \"{field.Name}\" should be one text.", $"Write it on one line:  {key.Value}: …");
            }
            else if (fields.Line(key.Value, scalar, most) is { } text)
            {
                switch (kind)
                {
                    case "name": name = text; break;
                    case "affiliation": affiliation = text; break;
                    case "url": url = Links.Read(text, node.Place, fields.Problems, local: false); break;
                    default: orcid = OrcidOf(text, node.Place, fields.Problems); break;
                }
            }
        }

        if (name is not null)
        {
            (name, var link) = NameMarkup.Remove(name, map.Place, fields.Problems);
            if (NameList.Read(name).Count > 1) MayBeSeveral(name, first["name"].Place, fields.Problems);
            return new SpeakerEntry(name, affiliation, url ?? (link is null ? null : Links.Read(link, map.Place, fields.Problems, local: false)), orcid);
        }

        fields.Problems.Add(Rules.NameMissing, map.Place, $"An entry of \"{field.Name}\" has no name and is left out.", "Add  name: …  to it.");
        return null;
    }

    private static (string Kind, int Most) KindOf(string key) => key.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) switch
    {
        "name" or "speaker" => ("name", MaxName),
        "affiliation" or "affiliations" or "affil" or "institution" or "institutions" or "institute" => ("affiliation", MaxAffiliation),
        "url" or "website" or "link" or "homepage" => ("url", 4000),
        "orcid" => ("orcid", 200),
        _ => ("", 0),
    };

    // One for all; or as many as speakers, each in its turn.
    private static void Pair(List<SpeakerEntry> speakers, WrittenField field, FrontMatterFields fields)
    {
        var texts = fields.Texts(field, MaxAffiliation, MaxPeople, line => [line]).Select(item => item.Text).ToList();
        if (field.Value is YamlList list && texts.Count < list.Items.Count && list.Items.Count == speakers.Count) texts = InPlace(list);
        if (texts.Count == 0) return;
        if (texts.Count > 1 && texts.Count != speakers.Count)
        {
            fields.Problems.Add(Rules.AffiliationUnpaired, field.Place, $"There are {Count(speakers.Count, "speaker")} and {Count(texts.Count, "affiliation")}, so they cannot be paired.",
                "Give one affiliation for all, or one for each speaker in the same order, or write each speaker as  - name: …  with  affiliation: …  below it.");
            if (speakers.Count == 1) speakers[0] = speakers[0] with { Affiliation = speakers[0].Affiliation ?? string.Join(", ", texts) };
            return;
        }

        for (var i = 0; i < speakers.Count; i++)
        {
            var own = texts.Count == 1 ? texts[0] : texts[i];
            if (own.Length > 0) speakers[i] = speakers[i] with { Affiliation = speakers[i].Affiliation ?? own };
        }

        if (!speakers.Exists(speaker => texts.Contains(speaker.Affiliation ?? ""))) Unplaced(field, "each speaker's is written beside the name", fields.Problems);
    }

    // Keeps the gaps, so that the second speaker's affiliation stays the second speaker's.
    private static List<string> InPlace(YamlList list) =>
        [.. list.Items.Select(item => item is YamlText text && !PlainText.IsNothing(text.Value) ? PlainText.Clean(text.Value) : "")];

    private static string Count(int count, string noun) => count == 1 ? $"one {noun}" : $"{count} {noun}s";

    /// <summary>The iD in its usual form, or null with a problem.</summary>
    public static string? OrcidOf(string text, Place place, ProblemList problems)
    {
        if (Orcid.Parse(text) is { } id) return id;
        problems.Add(Rules.OrcidInvalid, place, $"{PlainText.Quote(text)} is not an ORCID iD: its digits do not add up, or there are not sixteen.",
            "Copy it from the person's page at orcid.org; it looks like  0000-0002-1825-0097 .");
        return null;
    }

    private static void Unplaced(WrittenField field, string why, ProblemList problems) =>
        problems.Add(Rules.PersonDetailUnplaced, field.Key.Place, $"\"{field.Name}\" is left out, because {why}.",
            "Write each speaker as  - name: …  and put it below that name.");
}
