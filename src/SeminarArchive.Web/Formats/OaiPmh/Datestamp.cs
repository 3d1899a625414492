using System.Globalization;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>Moments as the protocol writes them: UTC, to the second or the day.</summary>
public static class Datestamp
{
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Day = "yyyy-MM-dd";

    public static string Of(long seconds) => Of(DateTimeOffset.FromUnixTimeSeconds(seconds));

    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(Second, CultureInfo.InvariantCulture);

    /// <summary>The first and the last second that the text stands for; null when it is no datestamp.</summary>
    public static (long First, long Last)? Parse(string text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Second, CultureInfo.InvariantCulture, utc, out var moment)) return (moment.ToUnixTimeSeconds(), moment.ToUnixTimeSeconds());
        if (DateTimeOffset.TryParseExact(text, Day, CultureInfo.InvariantCulture, utc, out var day)) return (day.ToUnixTimeSeconds(), day.ToUnixTimeSeconds() + 86_399);
        return null;
    }
}
