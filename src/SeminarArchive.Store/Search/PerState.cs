namespace SeminarArchive.Store.Search;

/// <summary>What is worked out from one state of the archive and kept until another state is asked about.</summary>
/// <param name="make">Is given what was kept last, to take from it what is still the same; null at first.</param>
internal sealed class PerState<T>(Func<TextIndex, T?, T> make)
    where T : class
{
    private readonly Lock _making = new();
    private volatile Kept? _kept;

    /// <summary>Worked out anew for a state that is not the one kept; by one caller, for whom the others wait.</summary>
    public T Of(TextIndex index)
    {
        var state = index.State;
        if (_kept is { } kept && kept.State == state) return kept.Value;

        lock (_making)
        {
            if (_kept is { } made && made.State == state) return made.Value;

            var value = make(index, _kept?.Value);
            // A reader of an older state must not take the newer one's place.
            if (_kept is not { } newer || newer.State.Edition != state.Edition || newer.State.Version < state.Version) _kept = new Kept(state, value);
            return value;
        }
    }

    private sealed record Kept((string Edition, long Version) State, T Value);
}
