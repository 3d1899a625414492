using Microsoft.AspNetCore.Mvc;

namespace SeminarArchive.Web;

/// <summary>Says that what was asked for is at another address. Never for longer than an hour: an editor may change an address and change it back.</summary>
/// <param name="address">Percent-encoded.</param>
public sealed class Moved(string address) : ActionResult, IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        CanonicalAddress.Move(httpContext, address);
        return Task.CompletedTask;
    }

    public override void ExecuteResult(ActionContext context) => CanonicalAddress.Move(context.HttpContext, address);
}
