namespace SeminarArchive.BrowserTests;

/// <summary>A list of faults that must be empty, and is told whole when it is not.</summary>
public static class Nothing
{
    public static void In(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        if (all.Count > 0) Assert.Fail(string.Join('\n', all.Prepend($"{all.Count}:")));
    }
}
