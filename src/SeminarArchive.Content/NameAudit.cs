namespace SeminarArchive.Content;

/// <summary>Gathers the names of a collection and finds the ones that may be one person's.</summary>
internal sealed class NameAudit
{
    private readonly List<(PrintedSpeaker Printed, Place Place, string? Source, bool Silenced)> all = [];

    /// <param name="silenced">The file wants to hear nothing of names that are alike.</param>
    public void Take(Reading reading, string name, string? orcid, Place place, bool silenced)
    {
        if (PersonName.Parse(name).Slug is not { Length: > 0 } key) return;
        var source = place.Line <= reading.Lines.Length ? reading.Lines[place.Line - 1] : null;
        all.Add((new PrintedSpeaker(reading.Path, name, key, orcid), place, source, silenced));
    }

    /// <summary>
    /// What <see cref="WhoIsWho"/> has to say, and one problem for each pair of names that are alike and that nobody has told apart:
    /// at the first place of the name that fewer seminars have, or that comes later.
    /// </summary>
    public IReadOnlyList<Problem> Problems(IReadOnlyList<PersonFile> files, string shownAs)
    {
        var who = WhoIsWho.Of(files, [.. all.Select(one => one.Printed)]);
        var spots = all.Index().Where(one => !one.Item.Silenced).DistinctBy(one => (who.Speakers[one.Index], one.Item.Printed.Key)).ToLookup(one => who.Speakers[one.Index], one => one.Index);
        var count = who.Speakers.CountBy(person => person).ToDictionary();
        var withId = all.Index().Where(one => one.Item.Printed.Orcid is not null).Select(one => who.Speakers[one.Index]).ToHashSet();

        // Spellings that only a people file has count too; they are shown where their person first stands.
        var names = spots.SelectMany(person => person.Key.Variants.Select(PersonName.Parse).Where(name => name.Slug.Length > 0).DistinctBy(name => name.Slug, StringComparer.Ordinal),
            (person, name) => (Name: name, Spot: person.FirstOrDefault(i => all[i].Printed.Key == name.Slug, person.First()))).ToList();
        var similar = NameLikeness.Pairs([.. names.Select(name => name.Name)])
            .Select(pair => (First: names[pair.First].Spot, Second: names[pair.Second].Spot))
            .Where(pair => !AreToldApart(who.Speakers[pair.First], who.Speakers[pair.Second]))
            .Select(pair => Weight(pair.First) < Weight(pair.Second) || (Weight(pair.First) == Weight(pair.Second) && pair.First > pair.Second) ? (Usual: pair.Second, Rare: pair.First) : (Usual: pair.First, Rare: pair.Second))
            .DistinctBy(pair => (who.Speakers[pair.Usual], who.Speakers[pair.Rare]))
            .Select(pair => Similar(all[pair.Rare], all[pair.Usual].Printed, who.Speakers[pair.Usual].File, shownAs));
        return [.. who.Problems, .. similar];

        bool AreToldApart(Identity a, Identity b) => a == b || (withId.Contains(a) && withId.Contains(b)) || (a.File is not null && b.File is not null) || IsApart(a) || IsApart(b);

        bool IsApart(Identity person) => person.File?.Ignores(Rules.NameSimilar.Name) == true;

        int Weight(int i) => who.Speakers[i].File is null ? count[who.Speakers[i]] : int.MaxValue;
    }

    private static Problem Similar((PrintedSpeaker Printed, Place Place, string? Source, bool Silenced) rare, PrintedSpeaker usual, PersonFile? file, string shownAs)
    {
        var name = PersonName.Parse(file?.Name ?? usual.Name).InOrder;
        return new Problem($"content/{rare.Printed.Path}", rare.Place.Line, rare.Place.Column, Rules.NameSimilar.Severity, Rules.NameSimilar.Name,
            $"{PlainText.Quote(PersonName.Parse(rare.Printed.Name).InOrder)} is nearly {PlainText.Quote(name)}, who stands in {shownAs}/{file?.Path ?? usual.Path}; each has a page of their own.",
            $"If they are one person, write  {name}  here{(file is null ? "" : $", or add this name to aliases: in {shownAs}/{file.Path}")}; if they are two, add  ignore: [name-similar] .", rare.Source);
    }
}
