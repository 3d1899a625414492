using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>
/// What every published seminar is filed under, kept in memory for one state of the archive so that results are counted without asking
/// for them. A seminar goes by its place in the archive, newest first, from 0.
/// </summary>
internal sealed class Catalogue
{
    private readonly int[] _places;
    private readonly byte[] _has;
    private readonly Dictionary<Facet, Links> _links = [];
    // By the kind of heading, then by its id: the places under it.
    private readonly Dictionary<Type, Dictionary<int, int[]>> _shelves = [];

    /// <param name="before">Of another state; the words of headings that are called the same are taken from it.</param>
    public Catalogue(TextIndex index, Catalogue? before)
    {
        var (ids, years, keys, ends, has) = (new List<int>(), new List<short>(), new List<long>(), new List<long>(), new List<byte>());
        using (var reader = index.Ask($"""
            SELECT "Id", "Year", "SortKey", "EndsAt", "HasSlides", "HasRecording" FROM "Seminars" WHERE "Status" = {(int)SeminarStatus.Published} ORDER BY "SortKey" DESC, "Slug"
            """))
        {
            while (reader.Read())
            {
                ids.Add(reader.GetInt32(0));
                years.Add(reader.GetInt16(1));
                keys.Add(reader.GetInt64(2));
                ends.Add(reader.GetInt64(3));
                has.Add((byte)(reader.GetInt32(4) | (reader.GetInt32(5) << 1)));
            }
        }

        (Ids, Years, SortKeys, EndsAt, _has) = ([.. ids], [.. years], [.. keys], [.. ends], [.. has]);
        _places = new int[ids.Count == 0 ? 1 : ids.Max() + 1];
        Array.Fill(_places, -1);
        for (var place = 0; place < Ids.Length; place++) _places[Ids[place]] = place;

        Shelve(typeof(Tag), Pairs(index, "SeminarTag", "TagId"));
        Read(index, before, Facet.Category, typeof(Category), "Categories", Pairs(index, "SeminarCategory", "CategoryId"), "''");
        Read(index, before, Facet.Speaker, typeof(Person), "People", Pairs(index, "SeminarSpeaker", "PersonId"), "\"Variants\"");
        Read(index, before, Facet.Author, typeof(Author), "Authors", Pairs(index, "SeminarAuthor", "AuthorId"), "''");
        Read(index, before, Facet.Affiliation, typeof(Affiliation), "Affiliations", Pairs(index, "SeminarSpeaker", "AffiliationId"), "''");
    }

    public int Count => Ids.Length;

    /// <summary>Place → id.</summary>
    public int[] Ids { get; }

    /// <summary>Place → year.</summary>
    public short[] Years { get; }

    /// <summary>Place → date and time, as <see cref="Seminar.SortKey"/> has them.</summary>
    public long[] SortKeys { get; }

    /// <summary>Place → when it is over, in seconds since 1970.</summary>
    public long[] EndsAt { get; }

    /// <summary>Month of the seminar at a place; 0 when it is not known.</summary>
    public int MonthOf(int place) => (int)(SortKeys[place] / 1_000_000 % 100);

    public bool HasSlides(int place) => (_has[place] & 1) != 0;

    public bool HasRecording(int place) => (_has[place] & 2) != 0;

    /// <summary>Id → place; -1 for one that is not published.</summary>
    public int PlaceOf(int id) => id < _places.Length ? _places[id] : -1;

    /// <summary>What the seminar at a place is filed under, as indexes of <see cref="Headings"/>.</summary>
    public ReadOnlySpan<int> Of(Facet facet, int place) => _links[facet].Of(place);

    /// <summary>The same for many places one after the other.</summary>
    public Links LinksOf(Facet facet) => _links[facet];

    /// <summary>Those with at least one published seminar, in no particular order.</summary>
    public IReadOnlyList<CatalogueHeading> Headings(Facet facet) => _links[facet].Headings;

    /// <summary>Index of the heading with the slug; -1 when there is none.</summary>
    public int HeadingAt(Facet facet, string slug) => _links[facet].BySlug.GetValueOrDefault(slug, -1);

    /// <summary>Places of the seminars under a heading, newest first.</summary>
    public int[] Under(Heading heading) => _shelves[heading.GetType()].GetValueOrDefault(heading.Id, []);

    // What is published, as often as it is filed, under one heading once.
    private List<(int Place, int Heading)> Pairs(TextIndex index, string link, string key)
    {
        var pairs = new List<(int Place, int Heading)>(Count);
        using var reader = index.Ask($"SELECT DISTINCT \"SeminarId\", \"{key}\" FROM \"{link}\" WHERE \"{key}\" IS NOT NULL");
        while (reader.Read())
        {
            if (PlaceOf(reader.GetInt32(0)) is >= 0 and var place) pairs.Add((place, reader.GetInt32(1)));
        }

        return pairs;
    }

    private void Shelve(Type kind, List<(int Place, int Heading)> filed) =>
        _shelves[kind] = filed.GroupBy(p => p.Heading, p => p.Place).ToDictionary(g => g.Key, g => { int[] places = [.. g]; Array.Sort(places); return places; });

    private void Read(TextIndex index, Catalogue? other, Facet facet, Type kind, string table, List<(int Place, int Heading)> filed, string variants)
    {
        Shelve(kind, filed);
        var before = other?._links[facet];
        var headings = new List<CatalogueHeading>();
        var byId = new Dictionary<int, int>();
        using (var reader = index.Ask($"SELECT \"Id\", \"Slug\", \"Name\", \"Count\", {variants} FROM \"{table}\" WHERE \"Count\" > 0"))
        {
            while (reader.Read())
            {
                byId[reader.GetInt32(0)] = headings.Count;
                var (slug, name, count, spellings) = (reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4));
                headings.Add(before is not null && before.BySlug.TryGetValue(slug, out var place) && before.Headings[place].Renewed(name, count, spellings) is { } same ? same : new CatalogueHeading(slug, name, count, spellings));
            }
        }

        var pairs = filed.Where(p => byId.ContainsKey(p.Heading)).Select(p => (p.Place, Heading: byId[p.Heading])).ToList();
        var starts = new int[Count + 1];
        foreach (var (place, _) in pairs) starts[place + 1]++;
        for (var place = 0; place < Count; place++) starts[place + 1] += starts[place];
        var values = new int[pairs.Count];
        var next = starts.AsSpan(0, Count).ToArray();
        foreach (var (place, heading) in pairs) values[next[place]++] = heading;
        _links[facet] = new Links(headings, headings.Index().ToDictionary(h => h.Item.Slug, h => h.Index, StringComparer.Ordinal), starts, values);
    }

    /// <summary>Which headings of one facet each place has: those of place p are the values from <c>Starts[p]</c> up to <c>Starts[p + 1]</c>.</summary>
    internal sealed record Links(IReadOnlyList<CatalogueHeading> Headings, Dictionary<string, int> BySlug, int[] Starts, int[] Values)
    {
        public ReadOnlySpan<int> Of(int place) => Values.AsSpan(Starts[place], Starts[place + 1] - Starts[place]);
    }
}

/// <summary>A category, person or affiliation as facets and suggestions name it.</summary>
internal sealed class CatalogueHeading
{
    private readonly string _variants;

    public CatalogueHeading(string slug, string name, int count, string variants)
        : this(slug, name, count, variants, WordsOf(name, variants))
    {
    }

    private CatalogueHeading(string slug, string name, int count, string variants, string words) => (Slug, Name, Count, _variants, Words) = (slug, name, count, variants, words);

    public string Slug { get; }

    public string Name { get; }

    /// <summary>Published seminars under it.</summary>
    public int Count { get; }

    /// <summary>The words of all its spellings, folded, each after a space.</summary>
    public string Words { get; }

    /// <summary>The same heading with perhaps another count; null when it is called otherwise now.</summary>
    public CatalogueHeading? Renewed(string name, int count, string variants) =>
        name != Name || variants != _variants ? null : count == Count ? this : new(Slug, Name, count, _variants, Words);

    private static string WordsOf(string name, string variants) =>
        " " + string.Join(' ', (variants.Length == 0 ? [name] : variants.Split('\n').Append(name)).Select(n => Content.Slug.From(n).Replace('-', ' ')).Distinct(StringComparer.Ordinal));
}
