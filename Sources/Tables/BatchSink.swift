/// Takes the records of a dataset as they are read, some hundreds at a time: each thread that reads
/// has one of its own.
package protocol BatchSink: AnyObject {
  /// Takes some records. Those of one thread come in the order of files, pieces and lines. The batch
  /// is used again after the call: nothing of it may be kept but by copying.
  func take(_ batch: Batch)
}
