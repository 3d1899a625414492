namespace SeminarArchive.BrowserTests;

/// <summary>A test in a real browser: skipped where there is none, except under <c>CI=true</c>, where it fails.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.Required) Skip = Chromium.Missing;
    }
}

/// <summary>As <see cref="BrowserFactAttribute"/>, with data.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Path is null && !Chromium.Required) Skip = Chromium.Missing;
    }
}
