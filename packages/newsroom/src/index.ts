export {
  type Newsroom,
  type NewsroomOptions,
  type NewsroomPublisher,
  startNewsroom,
} from './newsroom.ts';
export { Random } from './random.ts';
