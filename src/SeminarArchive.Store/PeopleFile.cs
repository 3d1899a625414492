using System.Text.Json;
using Microsoft.Data.Sqlite;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>The last good version of a people file.</summary>
public sealed class PeopleFile
{
    public string Path { get; internal set; } = "";

    public string Slug { get; internal set; } = "";

    public string Name { get; internal set; } = "";

    public List<string> Aliases { get; internal set; } = [];

    public List<string> OldAddresses { get; internal set; } = [];

    public string? Orcid { get; internal set; }

    public string? Website { get; internal set; }

    public List<string> Ignore { get; internal set; } = [];

    public string BiographyHtml { get; internal set; } = "";

    public string BiographyText { get; internal set; } = "";

    internal static PeopleFile From(PersonFile file) => new()
    {
        Path = file.Path,
        Slug = file.Slug,
        Name = file.Name,
        Aliases = [.. file.Aliases],
        OldAddresses = [.. file.OldAddresses],
        Orcid = file.Orcid,
        Website = file.Website,
        Ignore = [.. file.Ignore],
        BiographyHtml = file.BiographyHtml,
        BiographyText = file.BiographyText,
    };

    internal static PeopleFile From(SqliteDataReader row) => new()
    {
        Path = row.GetString(0),
        Slug = row.GetString(1),
        Name = row.GetString(2),
        Aliases = List(row, 3),
        OldAddresses = List(row, 4),
        Orcid = row.IsDBNull(5) ? null : row.GetString(5),
        Website = row.IsDBNull(6) ? null : row.GetString(6),
        Ignore = List(row, 7),
        BiographyHtml = row.GetString(8),
        BiographyText = row.GetString(9),
    };

    internal PersonFile ToContent() => new()
    {
        Path = Path,
        Slug = Slug,
        Name = Name,
        Aliases = Aliases,
        OldAddresses = OldAddresses,
        Orcid = Orcid,
        Website = Website,
        Ignore = Ignore,
        BiographyHtml = BiographyHtml,
        BiographyText = BiographyText,
    };

    private static List<string> List(SqliteDataReader row, int column) => JsonSerializer.Deserialize<List<string>>(row.GetString(column))!;
}

/// <summary>Another address of a person's page: of a spelling of the name, or from their people file.</summary>
public sealed class PersonAlias
{
    /// <summary>In the form in which <see cref="AliasKey"/> compares addresses.</summary>
    public string Address { get; internal set; } = "";

    public int PersonId { get; internal set; }

    public Person Person { get; internal set; } = null!;
}
