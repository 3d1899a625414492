using System.Globalization;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Finds or makes the headings that seminars are gathered under, and keeps their counts.</summary>
internal sealed class HeadingWriter(RowWriter rows)
{
    private static readonly Dictionary<Type, (string Table, string Link, string Key)> Tables = new()
    {
        [typeof(Person)] = ("People", "SeminarSpeaker", "PersonId"),
        [typeof(Affiliation)] = ("Affiliations", "SeminarSpeaker", "AffiliationId"),
        [typeof(Author)] = ("Authors", "SeminarAuthor", "AuthorId"),
        [typeof(Category)] = ("Categories", "SeminarCategory", "CategoryId"),
        [typeof(Tag)] = ("Tags", "SeminarTag", "TagId"),
    };

    private readonly Dictionary<(Type Kind, string Slug), int> _ids = [];
    private readonly Dictionary<Type, int> _last = [];
    private readonly HashSet<(Type Kind, long Id)> _touched = [];

    /// <summary>The heading's id; made when there is none with that slug.</summary>
    public int IdOf<T>(string name, string? slug = null, string? sortKey = null)
        where T : Heading, new()
    {
        slug = SlugOf(name, slug);
        if (!_ids.TryGetValue((typeof(T), slug), out var id))
        {
            var table = Tables[typeof(T)].Table;
            if (rows.Scalar($"SELECT \"Id\" FROM \"{table}\" WHERE \"Slug\" = $1", slug) is long there)
            {
                id = (int)there;
            }
            else
            {
                id = 1 + (_last.TryGetValue(typeof(T), out var last) ? last : rows.Last(table));
                _last[typeof(T)] = id;
                rows.Put(new T { Id = id, Slug = slug, Name = name, SortKey = sortKey is null or "" ? slug : sortKey });
            }

            _ids[(typeof(T), slug)] = id;
        }

        _touched.Add((typeof(T), id));
        return id;
    }

    /// <summary>Marks a heading for counting anew.</summary>
    public void Touch<T>(long id)
        where T : Heading => _touched.Add((typeof(T), id));

    /// <summary>The slug of a heading; a name without letters and digits gets one from its code points.</summary>
    public static string SlugOf(string name, string? slug = null)
    {
        slug ??= Slug.From(name);
        return slug.Length > 0 ? slug : "u" + string.Join('-', name.EnumerateRunes().Take(8).Select(r => r.Value.ToString("x", CultureInfo.InvariantCulture)));
    }

    /// <summary>Marks every heading of a seminar for counting anew.</summary>
    public void Touch(long seminar)
    {
        foreach (var (kind, (_, link, key)) in Tables)
        {
            foreach (var id in rows.Column<long>($"SELECT \"{key}\" FROM \"{link}\" WHERE \"SeminarId\" = $1 AND \"{key}\" IS NOT NULL", seminar)) _touched.Add((kind, id));
        }
    }

    /// <summary>
    /// Counts the marked headings anew and removes those that nothing refers to.
    /// A person is called what their people file calls them, else what the newest seminar does.
    /// </summary>
    public void Recount()
    {
        foreach (var (kind, id) in _touched)
        {
            var (table, link, key) = Tables[kind];
            rows.Run($"""
                UPDATE "{table}" SET "Count" = (SELECT count(DISTINCT x."SeminarId") FROM "{link}" x JOIN "Seminars" s ON s."Id" = x."SeminarId"
                WHERE x."{key}" = $1 AND s."Status" = {(int)SeminarStatus.Published}) WHERE "Id" = $1
                """, id);
            rows.Run($"DELETE FROM \"{table}\" WHERE \"Id\" = $1 AND \"Count\" = 0 AND NOT EXISTS (SELECT 1 FROM \"{link}\" WHERE \"{key}\" = $1)", id);
            if (kind == typeof(Person)) Describe(id);
        }
    }

    private void Describe(long person)
    {
        rows.Run($"""
            UPDATE "People" SET
            "Name" = coalesce((SELECT f."Name" FROM "PeopleFiles" f WHERE f."Path" = "File"), {Newest("Name")}, "Name"),
            "Orcid" = coalesce((SELECT f."Orcid" FROM "PeopleFiles" f WHERE f."Path" = "File"), {Newest("Orcid")}),
            "Website" = coalesce((SELECT f."Website" FROM "PeopleFiles" f WHERE f."Path" = "File"), {Newest("Url")}),
            "BiographyHtml" = (SELECT nullif(f."BiographyHtml", '') FROM "PeopleFiles" f WHERE f."Path" = "File")
            WHERE "Id" = $1
            """, person);
        if (rows.Scalar("SELECT \"Name\" FROM \"People\" WHERE \"Id\" = $1", person) is not string name) return;

        var sortKey = Slug.From(PersonName.Parse(name).FamilyFirst);
        rows.Run("UPDATE \"People\" SET \"SortKey\" = $2 WHERE \"Id\" = $1 AND \"SortKey\" <> $2", person, sortKey.Length > 0 ? sortKey : SlugOf(name));
    }

    // From the newest seminar that says it, drafts last: nobody sees them.
    private static string Newest(string column) => $"""
        (SELECT x."{column}" FROM "SeminarSpeaker" x JOIN "Seminars" s ON s."Id" = x."SeminarId" WHERE x."PersonId" = $1 AND x."{column}" IS NOT NULL
        ORDER BY s."Status" = {(int)SeminarStatus.Draft}, s."SortKey" DESC, s."Slug", x."Position" LIMIT 1)
        """;
}
