using Serilog.AspNetCore;
using Serilog.Events;

namespace SeminarArchive.Web;

/// <summary>One structured line a request: method, path, status, time. No address, no agent, no query: nothing about a person.</summary>
internal static class RequestLog
{
    /// <summary>
    /// The category under which the server itself tells of each request. Listening to it, even for nothing but disasters, has a scope and an activity made for
    /// every request, which takes longer than to send a page.
    /// </summary>
    public const string Hosting = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void Configure(RequestLoggingOptions options)
    {
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError
            ? LogEventLevel.Error
            : context.Request.Path.Value is "/healthz" or "/readyz" ? LogEventLevel.Debug : LogEventLevel.Information;
    }
}

/// <summary>What the program says at its start.</summary>
internal static partial class StartLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no management address, so no status page: {Fault}")]
    public static partial void NoManagement(this ILogger log, string fault);
}
