using Shouldly;
using Xunit;
using Xunit.Sdk;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>The histories that every property is held on, made once for each collection of tests.</summary>
public sealed class GeneratedHistories : IDisposable
{
    private const int PerShelf = 20;
    private const int Count = 520;

    private readonly Lazy<IReadOnlyList<Shelf>> shelves = new(static () =>
        [.. Enumerable.Range(0, Count).Select(History.From).Chunk(PerShelf).Select(histories => new Shelf(histories))]);

    /// <value>Repositories with histories.</value>
    internal IReadOnlyList<Shelf> Shelves => shelves.Value;

    /// <summary>Asks the same of every history.</summary>
    /// <param name="known">The differences that occur.</param>
    /// <param name="ask">Compares the answers of door and oracle; fails the history where they differ in another way.</param>
    internal async Task HoldAsync(Known[] known, Func<Shelf, History, Differences, Task> ask)
    {
        var differences = new Differences(known);
        foreach (var (shelf, history) in Shelves.SelectMany(shelf => shelf.Histories.Select(history => (shelf, history))))
        {
            try
            {
                await ask(shelf, history, differences);
            }
            catch (Exception e) when (e is not IAssertionException)
            {
                history.Fail(e.ToString());
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(differences.ToString());
        differences.Answers.ShouldBeGreaterThan(Count - 1);
        differences.AreTheKnownOnes();
    }

    public void Dispose()
    {
        foreach (var shelf in shelves.IsValueCreated ? shelves.Value : [])
        {
            shelf.Dispose();
        }
    }
}

/// <summary>Tests that ask about commits and names; they run one after the other, and beside those of <see cref="OracleOfFiles"/>.</summary>
[CollectionDefinition(nameof(OracleOfCommits))]
public sealed class OracleOfCommits : ICollectionFixture<GeneratedHistories>;

/// <summary>Tests that ask about what commits hold, and share what is listed of them.</summary>
[CollectionDefinition(nameof(OracleOfFiles))]
public sealed class OracleOfFiles : ICollectionFixture<GeneratedHistories>;
