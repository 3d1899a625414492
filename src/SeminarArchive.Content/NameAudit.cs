namespace SeminarArchive.Content;

/// <summary>Gathers the names of a collection and finds the ones that may be one person's.</summary>
internal sealed class NameAudit
{
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);

    public void Take(string name, string? orcid, ProblemList problems, Place place, string path)
    {
        var parsed = PersonName.Parse(name);
        if (!people.TryGetValue(parsed.Slug, out var person))
        {
            var source = place.Line <= problems.Lines.Length ? problems.Lines[place.Line - 1] : null;
            person = people[parsed.Slug] = new Person(parsed.Plain, path, place, source);
        }

        person.Seminars++;
        person.Orcid ??= orcid;
    }

    /// <summary>One problem for each pair, at the first place of the name that fewer seminars have, or that comes later.</summary>
    public IEnumerable<Problem> Similar(string shownAs)
    {
        var slugs = people.Keys.ToList();
        foreach (var (i, j) in SimilarNames.Pairs(slugs))
        {
            var (usual, rare) = (people[slugs[i]], people[slugs[j]]);
            if (usual.Orcid is not null && rare.Orcid is not null && usual.Orcid != rare.Orcid) continue;
            if (usual.Seminars < rare.Seminars) (usual, rare) = (rare, usual);
            yield return new Problem($"content/{rare.Path}", rare.Place.Line, rare.Place.Column, Rules.NameSimilar.Severity, Rules.NameSimilar.Name,
                $"{PlainText.Quote(rare.Name)} is nearly {PlainText.Quote(usual.Name)}, who stands in {shownAs}/{usual.Path}; each has a page of their own.",
                $"If they are one person, write  {usual.Name}  here; if they are two, add  ignore: [name-similar] .", rare.Source);
        }
    }

    private sealed class Person(string name, string path, Place place, string? source)
    {
        public string Name => name;

        public string Path => path;

        public Place Place => place;

        public string? Source => source;

        public int Seminars { get; set; }

        public string? Orcid { get; set; }
    }
}
