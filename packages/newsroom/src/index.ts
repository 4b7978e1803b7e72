export {
  type Newsroom,
  type NewsroomOptions,
  type NewsroomPublisher,
  startNewsroom,
} from './newsroom.ts';
