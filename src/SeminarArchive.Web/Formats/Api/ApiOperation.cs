namespace SeminarArchive.Web.Formats.Api;

/// <summary>One thing that the API can be asked for; also what marks its endpoint.</summary>
/// <param name="Id">Unique in the API; what clients made from its document call it.</param>
/// <param name="Answer">What is answered with 200.</param>
/// <param name="Example">An answer, complete and sound.</param>
public sealed record ApiOperation(string Id, string Group, string Summary, string Description, Type Answer, object Example)
{
    /// <summary>Of the query, in the order in which they are described.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Of the path: name, description and example; null where there is none.</summary>
    public (string Name, string Description, string Example)? Named { get; init; }

    /// <summary>The query to which the example would be the answer, with its question mark.</summary>
    public string ExampleQuery { get; init; } = "";

    /// <summary>Names of the problems that it can have besides those of all operations; see <see cref="ApiProblem.Kinds"/>.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The problems it can have, in the order of their statuses. 405 is none of them: it comes before there is an operation.</summary>
    public IEnumerable<(string Name, int Status, string Title, string Meaning)> AllProblems =>
        ApiProblem.Kinds.Where(k => k.Name is "bad-parameter" or "failure" or "not-yet" || Problems.Contains(k.Name, StringComparer.Ordinal));
}
