using Microsoft.AspNetCore.Http.Features;

namespace SeminarArchive.Web;

/// <summary>What came of a <see cref="PrivateRequest"/>.</summary>
public sealed record PrivateAnswer(int StatusCode, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body);

/// <summary>Asks the site for something on nobody's behalf, so that the answer can be given to everybody.</summary>
public sealed class PrivateRequest(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime)
{
    // Nothing in the archive takes so long; what does must not hold those who wait for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A way to ask, as often as wanted, for what <paramref name="context"/> asks: the same endpoint, values and address with this query, as GET and without any header of the visitor's.
    /// </summary>
    /// <param name="accept">What it says that it accepts; may be empty.</param>
    /// <param name="next">What answers once the endpoint is chosen.</param>
    public Func<Task<KeptPage>> Like(HttpContext context, string query, string accept, RequestDelegate next, Func<PrivateAnswer, KeptPage> finish)
    {
        var (endpoint, values) = (context.GetEndpoint(), new RouteValueDictionary(context.Request.RouteValues));
        var (scheme, host, path) = (context.Request.Scheme, context.Request.Host, context.Request.Path);
        return async () =>
        {
            using var body = new MemoryStream(32 * 1024);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
            patience.CancelAfter(Longest);
            var started = new Started();
            var features = new FeatureCollection();
            features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = HttpMethods.Get, Scheme = scheme, Path = path.Value ?? "/", QueryString = query, Protocol = HttpProtocol.Http11 });
            features.Set<IHttpResponseFeature>(started);
            features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
            features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = patience.Token });
            var asked = new DefaultHttpContext(features) { ServiceScopeFactory = scopes };
            try
            {
                asked.Request.Host = host;
                if (accept.Length > 0) asked.Request.Headers.Accept = accept;
                asked.Request.RouteValues = new RouteValueDictionary(values);
                asked.SetEndpoint(endpoint);
                await next(asked);
                await asked.Response.CompleteAsync();
                await started.StartAsync();
                body.TryGetBuffer(out var bytes);
                return finish(new PrivateAnswer(asked.Response.StatusCode, asked.Response.Headers, bytes));
            }
            finally
            {
                await started.CompleteAsync();
                if (features.Get<IServiceProvidersFeature>() is IAsyncDisposable services) await services.DisposeAsync();
            }
        };
    }

    // The framework's own forgets what is to be done at the start and at the end.
    private sealed class Started : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Do, object State)> _starting = new();
        private readonly Stack<(Func<object, Task> Do, object State)> _completed = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

        public override void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

        public async Task StartAsync()
        {
            while (_starting.TryPop(out var callback)) await callback.Do(callback.State);
        }

        public async Task CompleteAsync()
        {
            while (_completed.TryPop(out var callback)) await callback.Do(callback.State);
        }
    }
}
