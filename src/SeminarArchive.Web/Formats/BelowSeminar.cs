using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>What stands at addresses below a seminar's page: it moves with the seminar and goes with it.</summary>
public static class BelowSeminar
{
    /// <param name="ending">What follows the page's address.</param>
    /// <param name="answer">Writes the answer for a published seminar.</param>
    public static async Task<IResult> AnswerAsync(HttpContext context, Archive archive, string slug, string ending, Func<Seminar, Task> answer)
    {
        var (seminar, instead) = await archive.OrElseAsync(slug, s => Addresses.Seminar(s) + ending, context.RequestAborted);
        if (seminar is null) return instead;

        await answer(seminar);
        return Results.Empty;
    }
}
