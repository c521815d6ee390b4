using System.Collections.Concurrent;
using Gates.Doors.Load.Clock;
using Gates.Doors.Load.Recording;
using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Requests;

/// <summary>What all virtual users of a run share.</summary>
/// <param name="plan">What they do.</param>
/// <param name="clock">The run's clock.</param>
/// <param name="recorder">Takes what they measure.</param>
/// <param name="connections">Sends.</param>
internal sealed class UserSurroundings(LoadPlan plan, LoadClock clock, LoadRecorder recorder, HttpMessageInvoker connections) : IDisposable
{
    private readonly ConcurrentDictionary<LoadStep, Uri> constant = [];
    private readonly long[] rows = new long[plan.Data.Count];
    private readonly Lock exclusive = new();
    private readonly Random random = new(Seed: 20_261_201);
    private readonly ConcurrentBag<HttpUser> users = [];
    private int active;
    private int hired;

    public LoadPlan Plan => plan;

    public LoadClock Clock => clock;

    public LoadRecorder Recorder => recorder;

    public HttpMessageInvoker Connections => connections;

    /// <value>Users at work.</value>
    public int Active => Volatile.Read(ref active);

    public int Hired => Volatile.Read(ref hired);

    public void Enter() => Interlocked.Increment(ref active);

    public void Leave() => Interlocked.Decrement(ref active);

    /// <summary>Another user, numbered from 1.</summary>
    public HttpUser Hire(LoadScenario scenario)
    {
        var user = new HttpUser(this, scenario, Interlocked.Increment(ref hired));
        users.Add(user);
        return user;
    }

    public void Dispose()
    {
        foreach (var user in users)
        {
            user.Dispose();
        }
    }

    /// <summary>The next row of each table, one after the other through all users, and from the beginning after the last.</summary>
    public void NextRows(string[][] into)
    {
        for (var table = 0; table < rows.Length; table++)
        {
            var all = Plan.Data[table].Rows;
            into[table] = all[(int)((Interlocked.Increment(ref rows[table]) - 1) % all.Count)];
        }
    }

    public TimeSpan Between(TimeSpan from, TimeSpan to)
    {
        lock (exclusive)
        {
#pragma warning disable CA5394 // Random is an insecure random number generator: nothing is secret here, and runs must be repeatable
            return from + ((to - from) * random.NextDouble());
#pragma warning restore CA5394
        }
    }

    /// <summary>A step's address for one iteration; what comes after the host can hold nothing that makes it another host.</summary>
    public Uri Address(LoadStep step, IterationValues values) => step.Url.Constant is { } text
        ? constant.GetOrAdd(step, static (_, address) => new Uri(address), text)
        : new Uri(step.Url.Expand(values));
}
