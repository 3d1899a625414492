using System.Security.Cryptography;

namespace SeminarArchive.Content;

/// <summary>Markdown with front matter → a <see cref="PersonFile"/>, or every problem in it.</summary>
public static class PersonReader
{
    private const int MaxName = 200;
    private const int MaxAliases = 100;

    /// <summary>Reads one file. Never throws for what the file holds; see <see cref="SeminarReader.Read"/>.</summary>
    /// <param name="path">Path under the content folder, with forward slashes: <c>people/west.md</c>.</param>
    public static PersonReading Read(string path, ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = SourceText.From(path, bytes, out var problems);
        var person = text is null ? null : Person(path, problems);
        return new PersonReading(path, hash, problems.HasErrors ? null : person, problems.InOrder());
    }

    private static PersonFile? Person(string path, ProblemList problems)
    {
        if (Fences.Find(problems) is not { } fences) return null;
        var map = YamlTree.Read(fences, problems);
        var fields = map is null ? null : new FrontMatterFields(map, problems, PersonFields.Table);
        var body = Body.Of(fields, fences, problems, topHeading: 2);
        return fields is null ? null : Person(path, fields, fences, body);
    }

    // Every field is read, even after an error, so that an editor sees all problems at once.
    private static PersonFile? Person(string path, FrontMatterFields fields, Fences fences, MarkdownHtml body)
    {
        var name = NameOf(fields, fences);
        var slug = SlugOf(fields, name);
        var silenced = IgnoreField.Read(fields);
        fields.Problems.Silence(silenced);
        var (names, addresses) = Aliases(fields);
        var person = new PersonFile
        {
            Path = path,
            Slug = slug ?? "",
            Name = name ?? "",
            Aliases = names,
            OldAddresses = addresses,
            Orcid = fields.One("orcid") is { } orcid && fields.Text(orcid, 200) is { } id ? PeopleFields.OrcidOf(id, orcid.Place, fields.Problems) : null,
            Website = fields.One("website") is { } website && fields.Text(website, 4000) is { } url ? Links.Read(url, website.Place, fields.Problems, local: false) : null,
            Ignore = [.. silenced.Order(StringComparer.Ordinal)],
            BiographyHtml = body.Html,
            BiographyText = body.Text,
        };
        return name is null || slug is null ? null : person;
    }

    private static string? NameOf(FrontMatterFields fields, Fences fences)
    {
        const string Fix = "Add a line such as  name: Ada Lovelace  to the front matter.";
        if (fields.One("name") is not { } field)
        {
            fields.Missing("name", Rules.PersonNameMissing, "The people file has no name.", Fix, new Place(fences.Open + 1, 1));
            return null;
        }

        if (fields.Text(field, MaxName) is not { } name) return null;
        if (PersonName.Parse(name).Slug.Length > 0) return name;
        fields.Problems.Add(Rules.PersonNameMissing, field.Place, $"{PlainText.Quote(name)} is not a name.", Fix);
        return null;
    }

    private static string? SlugOf(FrontMatterFields fields, string? name)
    {
        if (fields.One("slug") is { } field) return fields.Text(field, 400) is { } written ? AddressFields.SlugOf(field, written, fields.Problems) : null;
        return name is null ? null : PersonName.Parse(name).Slug;
    }

    private static (IReadOnlyList<string> Names, IReadOnlyList<string> Addresses) Aliases(FrontMatterFields fields)
    {
        var (names, addresses) = (new List<string>(), new List<string>());
        if (fields.One("aliases") is not { } field) return (names, addresses);

        foreach (var (text, place) in Names(fields, field))
        {
            if (text.StartsWith('/') || Links.Scheme(text) is "http" or "https")
            {
                if (AddressFields.PathOf(text) is { } path) addresses.Add(path);
                else AddressFields.Unreadable(text, place, fields.Problems);
            }
            else if (PersonName.Parse(text).Slug.Length > 0) names.Add(text);
            else fields.Problems.Add(Rules.ValueEmpty, place, $"{PlainText.Quote(text)} in \"{field.Name}\" has no letter and no digit and is left out.", "Write a name or an old address, or delete it.");
        }

        return ([.. names.Distinct(StringComparer.Ordinal)], [.. addresses.Distinct(StringComparer.Ordinal)]);
    }

    // One line is parted as a line of speakers is: "West, Michael" stays whole.
    private static IReadOnlyList<(string Text, Place Place)> Names(FrontMatterFields fields, WrittenField field) =>
        fields.Texts(field, 1000, MaxAliases, line => line.StartsWith('/') ? line.Split((char[])[',', ' ']) : NameList.Read(line).Select(person => person.Name));
}
