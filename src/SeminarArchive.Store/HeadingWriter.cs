using System.Globalization;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Finds or makes the headings that seminars are gathered under, and keeps their counts.</summary>
/// <param name="bulk">True when there are no headings yet: they are then gathered in memory and written by <see cref="Settle"/>.</param>
internal sealed class HeadingWriter(RowWriter rows, bool bulk)
{
    private static readonly Dictionary<Type, (string Table, string Link, string Key, string Name)> Tables = new()
    {
        [typeof(Person)] = ("People", "SeminarSpeaker", "PersonId", "Name"),
        [typeof(Affiliation)] = ("Affiliations", "SeminarSpeaker", "AffiliationId", "Affiliation"),
        [typeof(Author)] = ("Authors", "SeminarAuthor", "AuthorId", "Name"),
        [typeof(Category)] = ("Categories", "SeminarCategory", "CategoryId", "Name"),
        [typeof(Tag)] = ("Tags", "SeminarTag", "TagId", "Name"),
    };

    private readonly Dictionary<(Type Kind, string Slug), int> _ids = [];
    private readonly Dictionary<Type, int> _last = [];
    private readonly HashSet<(Type Kind, long Id)> _touched = [];
    private readonly Dictionary<(Type Kind, string Slug), HeadingTally> _tallies = [];
    private bool _bulk = bulk;

    /// <summary>The id of the heading that a seminar stands under; made when there is none with that slug.</summary>
    /// <param name="speaker">Of a person.</param>
    public int Under<T>(NamedHeading heading, Seminar seminar, SeminarSpeaker? speaker = null)
        where T : Heading, new()
    {
        if (!_bulk) return IdOf<T>(heading.Name, heading.Slug);

        if (!_tallies.TryGetValue((typeof(T), heading.Slug), out var tally))
        {
            var id = _last[typeof(T)] = _last.GetValueOrDefault(typeof(T)) + 1;
            _tallies[(typeof(T), heading.Slug)] = tally = new HeadingTally(id);
            _ids[(typeof(T), heading.Slug)] = id;
        }

        tally.Add(seminar, heading.Name, speaker);
        return tally.Id;
    }

    /// <summary>Writes what was gathered; from now on there are headings.</summary>
    public void Settle()
    {
        _bulk = false;
        foreach (var ((kind, slug), tally) in _tallies)
        {
            if (kind == typeof(Person))
            {
                rows.Put(new Person { Id = tally.Id, Slug = slug, Name = tally.Name, SortKey = SortKeyOf(tally.Name, slug), Count = tally.Count, Orcid = tally.Orcid, Website = tally.Website });
            }
            else if (kind == typeof(Affiliation)) Put<Affiliation>(slug, tally);
            else if (kind == typeof(Author)) Put<Author>(slug, tally);
            else if (kind == typeof(Category)) Put<Category>(slug, tally);
            else Put<Tag>(slug, tally);
        }

        _tallies.Clear();

        void Put<T>(string slug, HeadingTally tally)
            where T : Heading, new() => rows.Put(new T { Id = tally.Id, Slug = slug, Name = tally.Name, SortKey = slug, Count = tally.Count });
    }

    /// <summary>The heading's id; made when there is none with that slug.</summary>
    public int IdOf<T>(string name, string? slug = null)
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
                rows.Put(new T { Id = id, Slug = slug, Name = name, SortKey = slug });
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
        foreach (var (kind, (_, link, key, _)) in Tables)
        {
            foreach (var id in rows.Column<long>($"SELECT \"{key}\" FROM \"{link}\" WHERE \"SeminarId\" = $1 AND \"{key}\" IS NOT NULL", seminar)) _touched.Add((kind, id));
        }
    }

    /// <summary>
    /// Counts the marked headings anew and removes those that nothing refers to.
    /// A heading is called what its newest seminar calls it; what is not published counts only where nothing else is.
    /// What a people file says of a person goes before what seminars say.
    /// </summary>
    /// <returns>Ids of the seminars whose records say something else now: a tag in another spelling, another iD of a speaker.</returns>
    public HashSet<long> Recount()
    {
        var others = new HashSet<long>();
        foreach (var (kind, id) in _touched)
        {
            var (table, link, key, name) = Tables[kind];
            var told = Told();
            rows.Run($"""
                UPDATE "{table}" SET "Count" = (SELECT count(DISTINCT x."SeminarId") FROM "{link}" x JOIN "Seminars" s ON s."Id" = x."SeminarId"
                WHERE x."{key}" = $1 AND s."Status" = {(int)SeminarStatus.Published}) WHERE "Id" = $1
                """, id);
            rows.Run($"DELETE FROM \"{table}\" WHERE \"Id\" = $1 AND \"Count\" = 0 AND NOT EXISTS (SELECT 1 FROM \"{link}\" WHERE \"{key}\" = $1)", id);
            var written = kind == typeof(Person) ? rows.Scalar(FromFile("Name"), id) : null;
            if ((written ?? rows.Scalar(NewestFirst($"x.\"{name}\"", link, $"x.\"{key}\" = $1"), id)) is string printed)
            {
                var sortKey = kind == typeof(Person) ? SortKeyOf(printed, "") : "";
                rows.Run($"UPDATE \"{table}\" SET \"Name\" = $2, \"SortKey\" = CASE $3 WHEN '' THEN \"Slug\" ELSE $3 END WHERE \"Id\" = $1", id, printed, sortKey);
            }

            if (kind == typeof(Person))
            {
                rows.Run($"""
                    UPDATE "People" SET
                    "Orcid" = coalesce(({FromFile("Orcid")}), ({NewestFirst("x.\"Orcid\"", link, Published("Orcid"))})),
                    "Website" = coalesce(({FromFile("Website")}), ({NewestFirst("x.\"Url\"", link, Published("Url"))})),
                    "BiographyHtml" = nullif(({FromFile("BiographyHtml")}), '')
                    WHERE "Id" = $1
                    """, id);
            }

            if (Told() != told) others.UnionWith(rows.Column<long>($"SELECT \"SeminarId\" FROM \"{link}\" WHERE \"{key}\" = $1", id));

            // What records say in the heading's words, where those of other kinds are said in the seminar's own.
            string? Told() => kind == typeof(Tag) || kind == typeof(Person) ? rows.Scalar($"SELECT \"{(kind == typeof(Tag) ? "Name" : "Orcid")}\" FROM \"{table}\" WHERE \"Id\" = $1", id) as string : null;
        }

        return others;

        static string FromFile(string column) => $"SELECT f.\"{column}\" FROM \"People\" p JOIN \"PeopleFiles\" f ON f.\"Path\" = p.\"File\" WHERE p.\"Id\" = $1";

        static string Published(string column) => $"x.\"PersonId\" = $1 AND x.\"{column}\" IS NOT NULL AND s.\"Status\" = {(int)SeminarStatus.Published}";
    }

    private static string SortKeyOf(string person, string otherwise) => Slug.From(PersonName.Parse(person).FamilyFirst) is { Length: > 0 } key ? key : otherwise;

    /// <summary>The question for one column of a link, of the newest seminar for which the condition holds; published ones come first.</summary>
    internal static string NewestFirst(string column, string link, string condition) =>
        $"SELECT {column} FROM \"{link}\" x JOIN \"Seminars\" s ON s.\"Id\" = x.\"SeminarId\" WHERE {condition} ORDER BY s.\"Status\", s.\"SortKey\" DESC, s.\"Slug\", x.rowid LIMIT 1";
}
