using System.Diagnostics;
using Gates.Doors.ObjectStore;
using Support;
using Xunit;

namespace Acceptance.Tests.Archiving;

/// <summary>A real store that speaks S3: Ceph's gateway, Debian's, made once for a class of tests.</summary>
public sealed class RadosGateway : IAsyncLifetime
{
    private static readonly string[] Programs = ["radosgw", "ceph-mon", "ceph-osd", "ceph", "radosgw-admin", "curl", "openssl"];

    private readonly TempFolder folder = new();
    private Process? process;

    public static string? Missing => Array.Find(Programs, program => !ExternalProgram.Exists(program)) is { } missing
        ? $"needs {missing} (Debian: radosgw ceph-mon ceph-osd ceph-common curl openssl)"
        : null;

    /// <value>Where it is.</value>
    public string Endpoint { get; private set; } = "";

    public Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["AWS_ACCESS_KEY_ID"] = "AK",
        ["AWS_SECRET_ACCESS_KEY"] = "SK",
        ["AWS_ENDPOINT_URL_S3"] = Endpoint,
    };

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        process = Process.Start(new ProcessStartInfo(Repository.Combine("tests/Acceptance.Tests/Archiving/radosgw.sh"), [folder.Path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(4));
        Endpoint = await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("radosgw did not come up.");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }

        folder.Dispose();
    }

    internal async Task<ArchiveStore> OpenAsync(StoreOptions options)
    {
        var environment = Environment;
        return await ArchiveStore.OpenAsync(options with { Endpoint = new Uri(Endpoint) }, name => environment.GetValueOrDefault(name), CancellationToken.None);
    }
}
