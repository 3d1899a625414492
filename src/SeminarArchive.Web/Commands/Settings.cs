namespace SeminarArchive.Web.Commands;

/// <summary>The site's settings for a command, which has no host to ask.</summary>
internal static class Settings
{
    /// <summary>From appsettings.json and the environment, as the site itself reads them.</summary>
    /// <param name="content">A content folder to be used instead, or null.</param>
    /// <exception cref="SiteOptionsException">A value cannot be used.</exception>
    public static SiteOptions Read(string? content)
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";
        var settings = new ConfigurationBuilder().SetBasePath(Home.Program)
            .AddJsonFile("appsettings.json", optional: true).AddJsonFile($"appsettings.{environment}.json", optional: true).AddEnvironmentVariables();
        if (content is not null) settings.AddInMemoryCollection([new("Site:ContentPath", content)]);
        return SiteOptions.From(settings.Build());
    }

    /// <summary>The day it is where the seminars are held.</summary>
    public static DateOnly Today(SiteOptions site, TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Zone).DateTime);
}
