using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>What stands beside a seminar's page and goes the way of the page: moved with it, gone with it, none while it is a draft.</summary>
internal static class OneSeminar
{
    public static readonly IResult Gone = Results.Text("This seminar is no longer in the archive.\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);

    /// <summary>The published seminar at an address, or else what is to be answered in its place.</summary>
    /// <param name="addressOf">Where the same thing stands of the seminar with another slug.</param>
    public static async Task<(Seminar? Seminar, IResult Instead)> OrElseAsync(this Archive archive, string slug, Func<string, string> addressOf, CancellationToken cancel)
    {
        if (await archive.SeminarAsync(slug, cancel) is { } seminar)
        {
            return seminar.Status switch { SeminarStatus.Published => (seminar, Results.Empty), SeminarStatus.Withdrawn => (null, Gone), _ => (null, Results.NotFound()) };
        }

        if (await archive.SlugAfterAsync(slug, cancel) is { } now) return (null, new Moved(addressOf(now)));
        return (null, await archive.TombstoneAsync(slug, cancel) is null ? Results.NotFound() : Gone);
    }
}
