using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>What stands at addresses below a seminar's page: it moves with the seminar and goes with it.</summary>
public static class BelowSeminar
{
    /// <param name="ending">What follows the page's address.</param>
    /// <param name="answer">Writes the answer for a published seminar.</param>
    public static async Task<IResult> AnswerAsync(HttpContext context, Archive archive, string slug, string ending, Func<Seminar, Task> answer)
    {
        var cancel = context.RequestAborted;
        var seminar = await archive.SeminarAsync(slug, cancel);
        if (seminar is null)
        {
            if (await archive.SlugAfterAsync(slug, cancel) is { } now) return Results.Redirect(Addresses.Seminar(now) + ending, permanent: true);
            return await archive.TombstoneAsync(slug, cancel) is null ? Results.NotFound() : Gone();
        }

        if (seminar.Status == SeminarStatus.Draft) return Results.NotFound();
        if (seminar.Status == SeminarStatus.Withdrawn) return Gone();

        await answer(seminar);
        return Results.Empty;
    }

    private static IResult Gone() => Results.Text("This seminar is no longer in the archive.\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);
}
