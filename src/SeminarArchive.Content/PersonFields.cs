namespace SeminarArchive.Content;

/// <summary>The fields of a people file: the one table from which such files are read and the manual is checked.</summary>
public static class PersonFields
{
    /// <summary>In the order in which the manual lists them.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("name", [], FieldKind.Text, "The name as their page prints it. Required.", "name: Professor Michael West"),
        new("aliases", ["alias"], FieldKind.Texts, "Other spellings of the name; and old addresses, which begin with a slash.", "aliases: [M. West, Mike West, /speakers/mwest/]"),
        new("orcid", [], FieldKind.Text, "Their ORCID iD.", "orcid: 0000-0002-1825-0097"),
        new("website", ["url", "homepage", "link"], FieldKind.Links, "A page elsewhere about them.", "website: https://example.org/west"),
        new("slug", [], FieldKind.Slug, "The last part of their page's address, when it is not the name without its titles.", "slug: michael-west"),
        new("ignore", [], FieldKind.RuleNames, "Warnings and notices that do not apply to this person.", "ignore: [name-similar]"),
    ];

    internal static FieldTable Table { get; } = new(Fields, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["title"] = "name", ["speaker"] = "name", ["fullname"] = "name", ["variants"] = "aliases", ["alsoknownas"] = "aliases", ["aka"] = "aliases", ["redirectfrom"] = "aliases", ["permalink"] = "slug",
    });
}
