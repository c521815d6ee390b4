using Gates.Doors.Docker;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Docker;

/// <summary>What tests of an engine share: a strict server on a socket, and the door to it.</summary>
public abstract class EngineOnASocket : IDisposable
{
    protected const string Version20 = """{"Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"}""";

    private readonly TempFolder folder = new();

    protected EngineOnASocket()
    {
        Socket = Path.Combine(folder.Path, "s");
        Server = new StrictServer(Socket);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected string Socket { get; }

    protected StrictServer Server { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    internal DockerEngine Engine(DockerLimits? limits = null, TimeProvider? time = null) =>
        new(DockerAddress.Parse("unix://" + Socket), time ?? TimeProvider.System, limits);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Server.Dispose();
            folder.Dispose();
        }
    }

    protected async Task FailsAsync(Func<Task> ask, string fault, string why)
    {
        var e = await Should.ThrowAsync<DockerException>(ask);
        (e.Fault.ToString(), e.Message).ShouldBe((fault, $"Docker at unix://{Socket}: {why}"));
    }
}
