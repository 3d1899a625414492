namespace SeminarArchive.BrowserTests;

/// <summary>A test in a real browser: skipped where there is none, except under <c>CI=true</c>, where it fails.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.Required) Skip = Chromium.Missing;
    }

    /// <summary>An environment variable without which the test is not run.</summary>
    public string? OnlyWith
    {
        get;
        init
        {
            field = value;
            if (value is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(value))) Skip = $"Runs only when {value} is set.";
        }
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
