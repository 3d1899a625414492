namespace SeminarArchive.Web;

/// <summary>
/// First of all: what is in memory is sent at once, on the thread that read the request and before anything else looks at it, the log included.
/// Everything else goes on elsewhere, so that nothing that takes time holds up those who wait for what is there.
/// </summary>
public sealed class KeptPages(RequestDelegate next, PageCache cache, SiteOptions site)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Find(context.Request) is not { } page) return ElsewhereAsync(context);

        var headers = context.Response.Headers;
        foreach (var (name, value) in SecurityHeaders.All) headers[name] = value;
        return page.SendAsync(context);
    }

    private KeptPage? Find(HttpRequest request)
    {
        if (request.QueryString.HasValue || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return null;

        var key = Freshness.KeyOf(request, site);
        if (cache.Find(key) is { } page && !(page.IsOneOfTwoForms && Freshness.IsForBrowser(request))) return page;
        return Freshness.IsForBrowser(request) ? cache.Find(key with { ForBrowsers = true }) : null;
    }

    private async Task ElsewhereAsync(HttpContext context)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await next(context);
    }
}

/// <summary>Puts <see cref="KeptPages"/> before what the framework adds by itself at the head of every site.</summary>
public sealed class KeptPagesFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<KeptPages>();
        next(app);
    };
}
