using System.Globalization;
using System.Numerics;

namespace SeminarArchive.Store.Search;

/// <summary>
/// Counts what a search has found by facet. The count beside a choice is what choosing it would find: within a facet that is chosen
/// already, the other choices stand for taking their turn in its place.
/// </summary>
internal sealed class FacetCount(Catalogue catalogue, SearchFilters filters)
{
    private const int MostValues = 20;

    private static readonly Facet[] Named = [Facet.Category, Facet.Speaker, Facet.Affiliation];

    private readonly List<Func<int, bool>> _tests = filters.Tests(catalogue);
    private readonly int[] _years = new int[10_000];
    private readonly Catalogue.Links[] _links = [.. Named.Select(catalogue.LinksOf)];
    private readonly int[][] _named = [.. Named.Select(f => new int[catalogue.Headings(f).Count])];
    private int _slides;
    private int _recording;

    /// <summary>Takes a seminar that matches the query into the counts; true when it passes every filter.</summary>
    public bool Add(int place)
    {
        var failed = 0u;
        for (var i = 0; i < _tests.Count; i++)
        {
            if (!_tests[i](place)) failed |= 1u << i;
        }

        if (BitOperations.PopCount(failed) > 1) return false;

        // It counts where it would be found once the one filter that it fails is replaced by another of that facet.
        var only = failed == 0 ? null : filters.Chosen[BitOperations.TrailingZeroCount(failed)];
        if (Counts(Facet.Year, only)) _years[catalogue.Years[place]]++;
        for (var i = 0; i < Named.Length; i++)
        {
            if (!Counts(Named[i], only)) continue;
            foreach (var heading in _links[i].Of(place)) _named[i][heading]++;
        }

        // Slides and recording combine, so that neither takes the place of the other.
        if (only is null)
        {
            if (catalogue.HasSlides(place)) _slides++;
            if (catalogue.HasRecording(place)) _recording++;
        }

        return failed == 0;
    }

    /// <summary>True when the seminar passes every filter; it is not counted.</summary>
    public bool Passes(int place) => _tests.TrueForAll(test => test(place));

    /// <summary>The facets that offer a choice, in their order.</summary>
    public IReadOnlyList<FacetGroup> Groups()
    {
        var groups = new List<FacetGroup>
        {
            new(Facet.Year, Offered([.. _years.Index().Where(y => y.Item > 0).Reverse().Select(y => Value(Facet.Year, y.Index.ToString("0000", CultureInfo.InvariantCulture), null, y.Item))])),
        };
        for (var i = 0; i < Named.Length; i++)
        {
            var headings = catalogue.Headings(Named[i]);
            var chosen = filters.Chosen.Where(f => f.Facet == Named[i]).Select(f => catalogue.HeadingAt(f.Facet, f.Value)).FirstOrDefault(-1);
            groups.Add(new(Named[i], Offered([.. Largest(_named[i], chosen, headings).Select(h => Value(Named[i], headings[h].Slug, headings[h].Name, _named[i][h]))])));
        }

        groups.Add(new(Facet.Has, Offered([.. new[] { Value(Facet.Has, "slides", "Slides", _slides), Value(Facet.Has, "recording", "Recording", _recording) }.Where(v => v.Count > 0)])));
        return [.. groups.Where(g => g.Values.Count > 0)];
    }

    // The chosen one, then those with the most seminars, no more than anybody reads through.
    private static IEnumerable<int> Largest(int[] counts, int chosen, IReadOnlyList<CatalogueHeading> headings)
    {
        var least = MostValues < counts.Length ? counts.OrderDescending().ElementAt(MostValues) : 0;
        return Enumerable.Range(0, counts.Length).Where(h => counts[h] > 0 && (counts[h] >= least || h == chosen))
            .OrderByDescending(h => h == chosen).ThenByDescending(h => counts[h]).ThenBy(h => headings[h].Slug, StringComparer.Ordinal).Take(MostValues);
    }

    private static bool Counts(Facet facet, Filter? only) => only is null || only.Facet == facet;

    private FacetValue Value(Facet facet, string value, string? name, int count)
    {
        var filter = new Filter(facet, value);
        return new FacetValue(filter, name ?? value, count, filters.Chosen.Contains(filter));
    }

    // When no more combine, only what is chosen can be changed.
    private List<FacetValue> Offered(List<FacetValue> values) =>
        !filters.IsFull || (values.Count > 0 && values[0].Filter.Facet is not Facet.Has && filters.Chosen.Any(f => f.Facet == values[0].Filter.Facet)) ? values : [.. values.Where(v => v.IsChosen)];
}
