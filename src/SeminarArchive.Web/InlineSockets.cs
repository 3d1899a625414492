using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace SeminarArchive.Web;

/// <summary>
/// Has a request answered on the thread that the operating system tells of it, since most answers lie ready in memory. Safe only because
/// <see cref="KeptPages"/> takes everything else to another thread.
/// </summary>
public static class InlineSockets
{
    private const string Runtime = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>To be called before the first socket is opened. What whoever runs the site has set stays.</summary>
    public static void Prefer()
    {
        if (Environment.GetEnvironmentVariable(Runtime) is null) Environment.SetEnvironmentVariable(Runtime, "1");
    }

    public static void Configure(SocketTransportOptions options)
    {
        options.UnsafePreferInlineScheduling = true;
        options.WaitForDataBeforeAllocatingBuffer = false;
    }
}
