namespace SeminarArchive.Store.Search;

/// <summary>How a seminar matches; a higher one stands before a lower one.</summary>
internal enum Rank : byte
{
    None,

    /// <summary>Not to be found, whatever else it has.</summary>
    Excluded,

    /// <summary>Some of the words.</summary>
    Some,

    /// <summary>Every word, somewhere.</summary>
    Every,

    /// <summary>Every word in the title.</summary>
    InTitle,

    /// <summary>The words beside each other in the title.</summary>
    TitlePhrase,
}

/// <summary>The seminars that a search has found, by their places in the catalogue.</summary>
/// <param name="allowed">Whether a place may be found at all; null when every one may.</param>
internal sealed class Matches(int size, Func<int, bool>? allowed)
{
    private readonly Rank[] _ranks = new Rank[size];
    private readonly Dictionary<int, double> _scores = [];

    /// <summary>The seminar at one place, and no other.</summary>
    public static Matches Only(int place, int size)
    {
        var matches = new Matches(size, allowed: null);
        matches.Add(place);
        return matches;
    }

    /// <summary>How many have every word.</summary>
    public int Every { get; private set; }

    /// <summary>To be called before anything is added.</summary>
    public void Exclude(int place)
    {
        if (place >= 0) _ranks[place] = Rank.Excluded;
    }

    public void Add(int place)
    {
        if (place < 0 || _ranks[place] != Rank.None || allowed?.Invoke(place) == false) return;

        _ranks[place] = Rank.Every;
        Every++;
    }

    /// <summary>Adds one that lacks some words, unless it is there.</summary>
    public bool AddPartial(int place, double score)
    {
        if (place < 0 || _ranks[place] != Rank.None || allowed?.Invoke(place) == false) return false;

        _ranks[place] = Rank.Some;
        _scores[place] = score;
        return true;
    }

    /// <summary>Gives one that is there a higher rank.</summary>
    public void Raise(int place, Rank rank)
    {
        if (place >= 0 && _ranks[place] >= Rank.Some && _ranks[place] < rank) _ranks[place] = rank;
    }

    public void Score(int place, double score)
    {
        if (place >= 0) _scores[place] = score;
    }

    /// <summary>Every place that was found, newest first.</summary>
    public IEnumerable<int> Places()
    {
        for (var place = 0; place < _ranks.Length; place++)
        {
            if (_ranks[place] >= Rank.Some) yield return place;
        }
    }

    public bool IsPartial(int place) => _ranks[place] == Rank.Some;

    /// <summary>Puts the best first; places that are equally good keep their order.</summary>
    public void SortByRank(List<int> places)
    {
        // Most of a long list is not weighed, and stays as it is.
        var weighed = places.Where(p => _ranks[p] > Rank.Every || _scores.ContainsKey(p)).OrderByDescending(p => _ranks[p]).ThenByDescending(p => _scores.GetValueOrDefault(p)).ToList();
        var others = weighed.Count == places.Count ? [] : places.FindAll(p => _ranks[p] <= Rank.Every && !_scores.ContainsKey(p));
        places.Clear();
        places.AddRange(weighed);
        places.AddRange(others);
    }
}
