namespace SeminarArchive.Content;

/// <summary>Fits a body's headings under the page's own.</summary>
internal static class HeadingLevels
{
    /// <summary>
    /// The levels to print for the levels written: the highest becomes <paramref name="top"/>, none is skipped on the way down,
    /// none goes below 6.
    /// </summary>
    public static int[] Fit(IReadOnlyList<int> written, int top)
    {
        var fitted = new int[written.Count];
        var open = new Stack<int>();
        for (var i = 0; i < fitted.Length; i++)
        {
            while (open.Count > 0 && open.Peek() >= written[i]) open.Pop();
            open.Push(written[i]);
            fitted[i] = Math.Min(6, top + open.Count - 1);
        }

        return fitted;
    }
}
