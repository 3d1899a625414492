using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SeminarArchive.Web;

/// <summary>Ready when there is an archive to answer from.</summary>
internal sealed class SeededCheck(Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(readiness.Ready ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("not seeded yet"));
}
