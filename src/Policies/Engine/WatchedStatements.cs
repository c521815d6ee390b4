using System.Collections;
using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>A list of statements that tells the <see cref="Watch"/> when the engine walks it.</summary>
internal sealed class WatchedStatements(IEnumerable<Statement> statements, bool isFunction, bool isPolicy)
    : List<Statement>(statements), IEnumerable<Statement>
{
    IEnumerator<Statement> IEnumerable<Statement>.GetEnumerator() => new Walk(this, Watch.Current);

    IEnumerator IEnumerable.GetEnumerator() => new Walk(this, Watch.Current);

    private bool IsFunction { get; } = isFunction;

    private bool IsPolicy { get; } = isPolicy;

    private sealed class Walk : IEnumerator<Statement>
    {
        private readonly WatchedStatements _list;
        private readonly Watch? _watch;
        private readonly Statement? _caller;
        private int _next;

        public Walk(WatchedStatements list, Watch? watch)
        {
            _list = list;
            _watch = watch;
            Current = null!;
            if (list.IsFunction)
            {
                _caller = watch?.EnterFunction();
            }
        }

        public Statement Current { get; private set; }

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_next == _list.Count)
            {
                return false;
            }

            Current = _list[_next++];
            if (_list.IsPolicy)
            {
                _watch?.Begin(Current);
            }

            return true;
        }

        public void Reset() => _next = 0;

        public void Dispose()
        {
            if (_list.IsFunction)
            {
                _watch?.LeaveFunction(_caller);
            }
        }
    }
}
