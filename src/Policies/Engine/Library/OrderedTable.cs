using Jint.Native;

namespace Gates.Policies.Engine.Library;

/// <summary>Keys and values in the order in which they came. It may change while somebody walks it.</summary>
internal sealed class OrderedTable
{
    private readonly Dictionary<JsValue, Entry> _entries = new(KeyComparer.Instance);
    private readonly Entry _head = new(JsValue.Undefined);
    private Entry _last;

    public OrderedTable() => _last = _head;

    public int Count => _entries.Count;

    public JsValue? Get(JsValue key) => _entries.TryGetValue(key, out var entry) ? entry.Value : null;

    public bool Has(JsValue key) => _entries.ContainsKey(key);

    public void Set(JsValue key, JsValue value)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            // A key of -0 is kept as 0.
            entry = new Entry(key.IsNumber() && key.AsNumber() == 0 ? new JsValue(0.0) : key) { Previous = _last };
            _entries.Add(key, entry);
            _last.Next = entry;
            _last = entry;
        }

        entry.Value = value;
    }

    public bool Remove(JsValue key)
    {
        if (!_entries.Remove(key, out var entry))
        {
            return false;
        }

        entry.IsRemoved = true;
        entry.Previous!.Next = entry.Next;
        if (entry.Next is null)
        {
            _last = entry.Previous;
        }
        else
        {
            entry.Next.Previous = entry.Previous;
        }

        return true;
    }

    public void Clear()
    {
        foreach (var entry in _entries.Values)
        {
            entry.IsRemoved = true;
            entry.Previous = _head;
        }

        _entries.Clear();
        _head.Next = null;
        _last = _head;
    }

    /// <summary>What is there when the walk comes by.</summary>
    public IEnumerable<(JsValue Key, JsValue Value)> Walk()
    {
        var at = _head;
        while (true)
        {
            while (at.IsRemoved)
            {
                at = at.Previous!;
            }

            if (at.Next is null)
            {
                yield break;
            }

            at = at.Next;
            yield return (at.Key, at.Value);
        }
    }

    private sealed class Entry(JsValue key)
    {
        public JsValue Key { get; } = key;

        public JsValue Value { get; set; } = JsValue.Undefined;

        public Entry? Previous { get; set; }

        public Entry? Next { get; set; }

        public bool IsRemoved { get; set; }
    }
}
