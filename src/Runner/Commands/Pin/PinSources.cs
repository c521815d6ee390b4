using Gates.Doors.Git.Remotes;
using Gates.Doors.Registry;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Pin;

/// <summary>Asks registries and git servers, each thing once.</summary>
/// <param name="registry">The door to registries.</param>
/// <param name="remotes">The door to git servers.</param>
/// <param name="server">Where actions are.</param>
internal sealed class PinSources(RegistryClient registry, RemoteRefs remotes, string server)
{
    private const int AtATime = 6;

    private readonly Dictionary<string, Answer<string>> digests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer<IReadOnlyDictionary<string, string>>> refs = new(StringComparer.Ordinal);

    /// <summary>Asks everything that is needed.</summary>
    public async Task AskAsync(IReadOnlyList<PinTarget> targets, CancellationToken cancellationToken)
    {
        var images = targets.OfType<ImageTarget>().Select(target => target.Reference with { Digest = null }).Distinct().ToList();
        var repositories = targets.OfType<ActionTarget>().Select(target => target.Repository).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var exclusive = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(images, options, async (image, token) =>
        {
            var answer = await TryAsync(async () => (await registry.FetchAsync(image, token)).Digest);
            lock (exclusive)
            {
                digests[image.ToString()] = answer;
            }
        });
        await Parallel.ForEachAsync(repositories, options, async (repository, token) =>
        {
            var answer = await TryAsync(() => remotes.ListAsync($"{server}/{repository}", token));
            lock (exclusive)
            {
                refs[repository.ToUpperInvariant()] = answer;
            }
        });
    }

    /// <exception cref="EvaluationException">It could not be had.</exception>
    public string Digest(ImageTarget target) => digests[(target.Reference with { Digest = null }).ToString()].Value;

    /// <exception cref="EvaluationException">They could not be had.</exception>
    public IReadOnlyDictionary<string, string> Refs(ActionTarget target) => refs[target.Repository.ToUpperInvariant()].Value;

    private static async Task<Answer<T>> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return new Answer<T>(await ask(), null);
        }
        catch (EvaluationException e)
        {
            return new Answer<T>(null, e.Message);
        }
    }

    private sealed record Answer<T>(T? Got, string? Problem)
        where T : class
    {
        public T Value => Got ?? throw new EvaluationException(Problem!);
    }
}
